import { formatCount, formatShape } from '@/lib/format/format';
import type { Pipeline, Stage } from '@/lib/pipeline/pipeline';
import { fail, ok, type Result } from '@/lib/result';
import { type Cell, contains } from '@/lib/tensor/tensor';

/** A cell as the learner reads it: rows, columns, channels and indices counted from 0. */
const placeWords = (cell: Cell): string =>
  cell.length === 1 ? `index ${cell[0]}` : `row ${cell[0]}, column ${cell[1]}, channel ${cell[2]}`;

/** A value of the pipeline: its stage, where that stands, and the cell, found to be inside. */
export interface Located {
  readonly stage: Stage;
  /** The stage's place in `pipeline.stages`, counted from 0. */
  readonly at: number;
  readonly cell: Cell;
}

/** Finds a value by stage and cell. Fails where there is no such stage, or no such cell in it. */
export function locate(pipeline: Pipeline, stageId: string, cell: Cell): Result<Located> {
  const at = pipeline.stages.findIndex(({ id }) => id === stageId);
  if (at < 0) return fail(`This network has no stage called “${stageId}”.`);
  const stage = pipeline.stages[at];
  if (contains(stage.output, cell)) return ok({ stage, at, cell });
  const values =
    stage.output.length === 1 ? `${formatCount(stage.output[0])} values` : formatShape(stage.output);
  return fail(`The stage “${stage.title}” answers ${values}: there is nothing at ${placeWords(cell)}.`);
}
