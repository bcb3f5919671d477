import { rulesOf } from '@/lib/kinds/registry';
import type { Term } from '@/lib/kinds/types';
import type { Pipeline, Stage } from '@/lib/network/pipeline';
import { type Cell, cellAt, isMap, type MapShape } from '@/lib/tensor/tensor';

/** The sum of some terms, in double precision. */
export const sumOf = (terms: readonly Term[]): number => terms.reduce((sum, { product }) => sum + product, 0);

/**
 * The maps that a stage's terms read, through the flatten layer if there is one; null behind a dense layer.
 */
export function mapsRead(stage: Stage, pipeline: Pipeline): MapShape | null {
  if (isMap(stage.input)) return stage.input;
  const source = mapsStage(stage, pipeline);
  return source && isMap(source.output) ? source.output : null;
}

/** The stage with those maps; null where there are none. */
export function mapsStage(stage: Stage, { stages }: Pipeline): Stage | null {
  const before = stages[stage.number - 2];
  if (!before || isMap(stage.input)) return before ?? null;
  return rulesOf(before.layer).unrolls ? (stages[before.number - 2] ?? null) : null;
}

/** The row, column and channel on those maps of a cell of a stage's input. */
export const cellRead = (source: Cell, maps: MapShape): MapShape => {
  const cell = source.length === 1 ? cellAt(maps, source[0]) : source;
  return [cell[0], cell[1] ?? 0, cell[2] ?? 0];
};
