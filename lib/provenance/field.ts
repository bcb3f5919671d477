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

/** Cells of one axis. What a value depends on is always some rows and, of all of them alike, some columns. */
type Cells = ReadonlySet<number>;

const upTo = (length: number): Cells => new Set(Array.from({ length }, (_, at) => at));

/**
 * The smallest rectangle of pixels that holds everything one value depends on. It is walked back stage by stage
 * and clipped at each, not only at the image: what a window covers of padding is no pixel, and what pooling left
 * over at a border reaches no later value (so a dense layer need not see the whole image either). A value that stands
 * in the padding depends on nothing: height and width are 0.
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

/** Which cells of the last map a value depends on, through the vectors that follow it (none, for a map's own). */
function seenOfMap(vectors: readonly Stage[], [height, width]: MapShape, cell: Cell) {
  const seesAll = vectors.some(
    ({ layer, input }) => rulesOf(layer).window(layer, input[0], 'height') === null,
  );
  if (seesAll) return { rows: upTo(height), columns: upTo(width) };
  const source = vectors.reduceRight((place, { input }) => cellAt(input, place[0]), cell);
  const [row, column] = asPlace(source);
  return { rows: new Set([row]), columns: new Set([column]) };
}

/** Walks some of the last stage's cells back to the pixels, along the axis of height (0) or width (1). */
const pixelsOf = (stages: readonly Stage[], axis: 0 | 1, cells: Cells): Cells =>
  stages.reduceRight((read, { layer, input }) => {
    const length = asMap(input)[axis];
    return sourcesOf(rulesOf(layer).window(layer, length, axis === 0 ? 'height' : 'width'), read, length);
  }, cells);

/** The cells of the input that these read. What lies in the padding is none. */
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

/** From the first to the last of them. */
function spanOf(cells: Cells): { readonly first: number; readonly count: number } {
  if (cells.size === 0) return { first: 0, count: 0 };
  const [first, last] = [Math.min(...cells), Math.max(...cells)];
  return { first, count: last - first + 1 };
}
