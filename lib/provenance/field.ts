import { rulesOf } from '@/lib/layers/registry';
import type { Window } from '@/lib/layers/types';
import type { Pipeline, Stage } from '@/lib/pipeline/pipeline';
import { ok, type Result } from '@/lib/result';
import { asMap, asPlace, type Cell, cellAt, isMap } from '@/lib/tensor/tensor';
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
 * and clipped at each, not only at the picture: what a window covers of padding, or what pooling left over at
 * a border, is no pixel's doing. Fails where the stage or the cell does not exist.
 */
export function receptiveField(pipeline: Pipeline, stageId: string, cell: Cell): Result<PixelRectangle> {
  const located = locate(pipeline, stageId, cell);
  if (!located.ok) return located;
  const [height, width] = pipeline.architecture.input;
  const onMap = backToMap(pipeline.stages.slice(0, located.value.at + 1), cell);
  if (!onMap) return ok({ row: 0, column: 0, height, width });
  const [row, column] = onMap.place;
  const down = spanOfPixels(onMap.stages, 0, { first: row, last: row });
  const across = spanOfPixels(onMap.stages, 1, { first: column, last: column });
  return ok({
    row: down.first,
    column: across.first,
    height: down.last - down.first + 1,
    width: across.last - across.first + 1,
  });
}

/** Follows an index of a vector back to the map it was flattened from; null where a layer saw everything. */
function backToMap(stages: readonly Stage[], cell: Cell) {
  let at = stages.length - 1;
  let place = cell;
  for (; at >= 0 && !isMap(stages[at].output); at--) {
    const { layer, input } = stages[at];
    if (!rulesOf(layer).window(layer, input[0])) return null;
    place = cellAt(input, place[0]);
  }
  return { stages: stages.slice(0, at + 1), place: asPlace(place) };
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
