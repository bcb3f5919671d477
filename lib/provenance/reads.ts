import type { Term } from '@/lib/kinds/types';
import type { Pipeline, Stage } from '@/lib/network/pipeline';
import { asMap, type Cell, cellAt, isMap, type MapShape } from '@/lib/tensor/tensor';

/** What terms come to together, in double precision. */
export const sumOf = (terms: readonly Term[]): number => terms.reduce((sum, { product }) => sum + product, 0);

/** The maps that the terms of a stage read, through the flatten layer where there is one; null behind a dense layer. */
export function mapsRead(stage: Stage, { stages }: Pipeline): MapShape | null {
  if (isMap(stage.input)) return stage.input;
  const before = stages[stage.number - 2];
  return before?.layer.kind === 'flatten' && isMap(before.input) ? asMap(before.input) : null;
}

/** The row, column and channel that a cell of a stage's input stands for on those maps. */
export const cellRead = (source: Cell, maps: MapShape): MapShape => {
  const cell = source.length === 1 ? cellAt(maps, source[0]) : source;
  return [cell[0], cell[1] ?? 0, cell[2] ?? 0];
};
