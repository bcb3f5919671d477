import type { Ask } from '@/lib/kinds/questions/asks';
import { writerOf } from '@/lib/kinds/questions/predict';
import { tracedAt, weightsAt } from '@/lib/provenance/traced';
import type { Task, Traced } from '@/lib/questions/task';
import { fail, ok, type Result } from '@/lib/result';
import { type Cell, contains } from '@/lib/tensor/tensor';
import words from '@/words/predict';

export { type Ask, asksOf } from '@/lib/kinds/questions/asks';

/**
 * The question that a figure asks before it shows the value at `cell` of a stage; the answer and all expected
 * mistakes are computed from the network's own numbers. Fails where trace or weights are missing, or the
 * question does not apply to the stage.
 */
export function predictionOf(
  { pipeline, trace, weights }: Traced,
  stageId: string,
  cell: Cell,
  ask: Ask,
): Result<Task> {
  const stage = pipeline.stages.find(({ id }) => id === stageId);
  if (!stage) return fail(words.noStage({ id: stageId }));
  if (!contains(stage.output, cell)) return fail(words.noValue({ title: stage.title }));
  for (const one of pipeline.stages.slice(0, stage.number)) {
    const traced = tracedAt(trace, one);
    if (!traced.ok) return traced;
  }
  const own = weightsAt(weights, stage);
  if (!own.ok) return own;
  const task = writerOf(stage.layer, ask)?.({ pipeline, trace, weights, stage, cell });
  return task ? ok(task) : fail(words.nothing());
}
