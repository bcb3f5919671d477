import { rulesOf } from '@/lib/kinds/registry';
import type { Window } from '@/lib/kinds/types';
import type { Pipeline, Stage } from '@/lib/network/pipeline';
import { ok, type Result } from '@/lib/result';
import { asMap, asPlace, type Cell, cellAt, isMap, type MapShape } from '@/lib/tensor/tensor';
import { locate } from './locate';

/** A patch of the picture, in pixels. */
export interface PixelRectangle {
  readonly row: number;
  readonly column: number;
  readonly height: number;
  readonly width: number;
}

/** Cells of one axis, both ends included. */
interface Span {
  readonly first: number;
  readonly last: number;
}

/**
 * The smallest rectangle of pixels that holds everything one value depends on. It is walked back stage by stage
 * and clipped at each, not only at the picture: what a window covers of padding is no pixel, and what pooling left
 * over at a border reaches no later value (so a dense layer need not see the whole picture either).
 * Fails where the stage or the cell does not exist.
 */
export function receptiveField(pipeline: Pipeline, stageId: string, cell: Cell): Result<PixelRectangle> {
  const located = locate(pipeline, stageId, cell);
  if (!located.ok) return located;
  const upTo = pipeline.stages.slice(0, located.value.at + 1);
  const maps = upTo.filter(({ output }) => isMap(output));
  const seen = seenOfMap(upTo.slice(maps.length), asMap(maps[maps.length - 1].output), cell);
  const down = spanOfPixels(maps, 0, seen.down);
  const across = spanOfPixels(maps, 1, seen.across);
  return ok({
    row: down.first,
    column: across.first,
    height: down.last - down.first + 1,
    width: across.last - across.first + 1,
  });
}

/** Which cells of the last map a value depends on, through the vectors that follow it (none, for a map's own). */
function seenOfMap(vectors: readonly Stage[], [height, width]: MapShape, cell: Cell) {
  const seesAll = vectors.some(({ layer, input }) => rulesOf(layer).window(layer, input[0]) === null);
  if (seesAll) return { down: { first: 0, last: height - 1 }, across: { first: 0, last: width - 1 } };
  const source = vectors.reduceRight((place, { input }) => cellAt(input, place[0]), cell);
  const [row, column] = asPlace(source);
  return { down: { first: row, last: row }, across: { first: column, last: column } };
}

/** Walks a span of the last stage's cells back to the picture, along the axis of height (0) or width (1). */
const spanOfPixels = (stages: readonly Stage[], axis: 0 | 1, cells: Span): Span =>
  stages.reduceRight((span, { layer, input }) => {
    const length = asMap(input)[axis];
    return sourceSpan(rulesOf(layer).window(layer, length), span, length);
  }, cells);

function sourceSpan(window: Window | null, { first, last }: Span, length: number): Span {
  if (!window) return { first: 0, last: length - 1 };
  const { size, stride, before } = window;
  return {
    first: Math.max(first * stride - before, 0),
    last: Math.min(last * stride - before + size - 1, length - 1),
  };
}
