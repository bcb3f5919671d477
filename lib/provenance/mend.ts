import type { Pipeline } from '@/lib/network/pipeline';
import type { StageTrace } from '@/lib/network/trace';
import { type Cell, cellAt, isMap, type Shape } from '@/lib/tensor/tensor';
import words from '@/words/provenance-mend';
import { locate } from './locate';
import type { Step } from './path';

/** The part of a path that this network has, and what is missing. */
export interface MendedPath {
  readonly path: readonly Step[];
  /** What is missing here, in one sentence; null where the whole path exists. */
  readonly missing: string | null;
}

/**
 * The part of a path from a link that exists here: the longest beginning in which every value exists and each
 * stage is read by the one before. Where not even the first value exists: the nearest cell of its stage, or
 * else the network's prediction (its first unit while there is no trace).
 */
export function mendPath(pipeline: Pipeline, answer: StageTrace | null, path: readonly Step[]): MendedPath {
  for (const [n, step] of path.entries()) {
    const located = locate(pipeline, step.stage, step.cell);
    const wrong = located.ok
      ? n > 0 && jump(pipeline, path[n - 1], located.value.at)
      : located.problem.sentence;
    if (!wrong) continue;
    if (n > 0) return { path: path.slice(0, n), missing: words.asFar({ wrong }) };
    return {
      path: [nearest(pipeline, answer, step)],
      missing: words.nearest({ wrong }),
    };
  }
  return { path, missing: null };
}

/** Why a path can't continue to stage number `at` from the step before; false where it can. */
function jump({ stages }: Pipeline, from: Step, at: number): string | false {
  const before = stages.findIndex(({ id }) => id === from.stage);
  return at === before - 1 ? false : words.jump({ from: stages[before].title, to: stages[at].title });
}

function nearest({ stages }: Pipeline, answer: StageTrace | null, { stage: id, cell }: Step): Step {
  const stage = stages.find((one) => one.id === id);
  if (stage && stage.output.length === cell.length) return { stage: id, cell: clamped(stage.output, cell) };
  const last = stages[stages.length - 1];
  const unit = answer?.stage === last.id ? answer.values.indexOf(Math.max(...answer.values)) : 0;
  return { stage: last.id, cell: cellAt(last.output, Math.max(0, unit)) };
}

function clamped(shape: Shape, cell: Cell): Cell {
  const inside = (axis: number) => Math.min(cell[axis] ?? 0, (shape[axis] ?? 1) - 1);
  return isMap(shape) ? [inside(0), inside(1), inside(2)] : [inside(0)];
}

/**
 * The largest value of the last stage before another one in which every value is finite: what is left to look
 * at after the weights have diverged. Null where there is none.
 */
export function lastFinite(pipeline: Pipeline, traces: readonly StageTrace[], stageId: string): Step | null {
  const at = pipeline.stages.findIndex(({ id }) => id === stageId);
  for (let number = at - 1; number >= 0; number--) {
    const { id, output } = pipeline.stages[number];
    const values = traces.find(({ stage }) => stage === id)?.values;
    if (!values?.every(Number.isFinite)) continue;
    const largest = values.reduce((best, value, n) => (value > values[best] ? n : best), 0);
    return { stage: id, cell: cellAt(output, largest) };
  }
  return null;
}
