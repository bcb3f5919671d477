import { rulesOf } from '@/lib/kinds/registry';
import type { Window } from '@/lib/kinds/types';
import type { Pipeline, Stage } from '@/lib/network/pipeline';
import { ok, type Result } from '@/lib/result';
import { asMap, asPlace, type Cell, cellAt, isMap, type MapShape } from '@/lib/tensor/tensor';
import { locate } from './locate';

/** A patch of the image, in pixels. */
export interface PixelRectangle {
  readonly row: number;
  readonly column: number;
  readonly height: number;
  readonly width: number;
}

/** Cells of one axis. A value always depends on the same columns in each of some rows. */
type Cells = ReadonlySet<number>;

const upTo = (length: number): Cells => new Set(Array.from({ length }, (_, at) => at));

/**
 * The smallest rectangle of pixels that contains everything one value depends on. It is computed backwards,
 * stage by stage, and clipped at each, not only at the image: padding under a window is not a pixel, and what
 * pooling drops at a border reaches no later value (so a dense layer need not see the whole image either). A
 * value in the padding depends on nothing: height and width are 0.
 * Fails where the stage or the cell does not exist.
 */
export function receptiveField(pipeline: Pipeline, stageId: string, cell: Cell): Result<PixelRectangle> {
  const located = locate(pipeline, stageId, cell);
  if (!located.ok) return located;
  const before = pipeline.stages.slice(0, located.value.at + 1);
  const maps = before.filter(({ output }) => isMap(output));
  const seen = seenOfMap(before.slice(maps.length), asMap(maps[maps.length - 1].output), cell);
  const rows = spanOf(pixelsOf(maps, 0, seen.rows));
  const columns = spanOf(pixelsOf(maps, 1, seen.columns));
  return ok({ row: rows.first, height: rows.count, column: columns.first, width: columns.count });
}

/**
 * The cells of the last map that a value depends on, through the vectors after it (none, for a map's own
 * value).
 */
function seenOfMap(vectors: readonly Stage[], [height, width]: MapShape, cell: Cell) {
  const seesAll = vectors.some(
    ({ layer, input }) => rulesOf(layer).window(layer, input[0], 'height') === null,
  );
  if (seesAll) return { rows: upTo(height), columns: upTo(width) };
  const source = vectors.reduceRight((place, { input }) => cellAt(input, place[0]), cell);
  const [row, column] = asPlace(source);
  return { rows: new Set([row]), columns: new Set([column]) };
}

/** Follows some of the last stage's cells back to the pixels, along the axis of height (0) or width (1). */
const pixelsOf = (stages: readonly Stage[], axis: 0 | 1, cells: Cells): Cells =>
  stages.reduceRight((read, { layer, input }) => {
    const length = asMap(input)[axis];
    return sourcesOf(rulesOf(layer).window(layer, length, axis === 0 ? 'height' : 'width'), read, length);
  }, cells);

/** The input cells that these read, without padding. */
function sourcesOf(window: Window | null, cells: Cells, length: number): Cells {
  if (!window) return cells.size > 0 ? upTo(length) : cells;
  const { size, stride, before } = window;
  const sources = new Set<number>();
  for (const cell of cells) {
    const first = cell * stride - before;
    for (let at = Math.max(first, 0); at < Math.min(first + size, length); at++) sources.add(at);
  }
  return sources;
}

/** The range from the first to the last cell. */
function spanOf(cells: Cells): { readonly first: number; readonly count: number } {
  if (cells.size === 0) return { first: 0, count: 0 };
  const [first, last] = [Math.min(...cells), Math.max(...cells)];
  return { first, count: last - first + 1 };
}
