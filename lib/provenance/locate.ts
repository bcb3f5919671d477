import { formatShape } from '@/lib/format/format';
import type { Pipeline, Stage } from '@/lib/network/pipeline';
import { fail, ok, type Result } from '@/lib/result';
import { type Cell, contains } from '@/lib/tensor/tensor';
import place from '@/words/place';
import words from '@/words/provenance';

/** A cell in the learner's terms: rows, columns, channels and indices counted from 0. */
const placeWords = (cell: Cell): string =>
  cell.length === 1
    ? place.index({ index: cell[0] })
    : place.cell({ row: cell[0], column: cell[1], channel: cell[2] });

/** A value of the pipeline: its stage, the stage's index, and the cell, checked to be inside. */
export interface Located {
  readonly stage: Stage;
  /** The stage's index in `pipeline.stages`, counted from 0. */
  readonly at: number;
  readonly cell: Cell;
}

/** Finds a value by stage and cell. Fails where there is no such stage, or no such cell in it. */
export function locate(pipeline: Pipeline, stageId: string, cell: Cell): Result<Located> {
  const at = pipeline.stages.findIndex(({ id }) => id === stageId);
  if (at < 0) return fail(words.noStage({ id: stageId }));
  const stage = pipeline.stages[at];
  if (contains(stage.output, cell)) return ok({ stage, at, cell });
  const vector = stage.output.length === 1 ? 'yes' : 'no';
  const shape = formatShape(stage.output);
  return fail(words.nothingAt({ title: stage.title, shape, vector, place: placeWords(cell) }));
}
