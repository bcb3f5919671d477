import { randomLcg } from 'd3-random';
import { LAST_TASK, TASKS } from '@/lib/kinds/questions/tasks';
import { tracedAt, weightsAt } from '@/lib/provenance/traced';
import type { About, Task, Traced } from '@/lib/questions/task';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/trace-task';

export { type Checked, check, readAnswer, type Verdict } from '@/lib/questions/check';
export type { Answer, Field, Task } from '@/lib/questions/task';

/** Spreads neighbouring seeds: with close seeds the generator's first numbers are close as well. */
const SPREAD = 0.618034;

/**
 * A task about one value of a stage on this image; a different seed asks about a different value. Fails where
 * the trace or the weights are missing, or no value of the stage is suitable.
 */
export function taskOf(
  { pipeline, trace, weights, classWord }: Traced & Pick<About, 'classWord'>,
  stageId: string,
  seed: number,
): Result<Task> {
  const stage = pipeline.stages.find(({ id }) => id === stageId);
  if (!stage) return fail(words.noStage({ id: stageId }));
  for (const one of pipeline.stages.slice(0, stage.number)) {
    const traced = tracedAt(trace, one);
    if (!traced.ok) return traced;
    const own = weightsAt(weights, one);
    if (!own.ok) return own;
  }
  const last = stage.number === pipeline.stages.length;
  const write = last ? LAST_TASK : TASKS[stage.layer.kind];
  const random = randomLcg((seed * SPREAD) % 1);
  const task = write({ pipeline, trace, weights, stage, classWord, random });
  return task ? ok(task) : fail(words.nothing());
}
