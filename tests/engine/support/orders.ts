import type { TrainingOrder } from '@/lib/engine/api';
import {
  answers,
  type ExaminerQuestion,
  type Finding,
  type Findings,
  type QuestionName,
} from '@/lib/engine/examine-protocol';
import { type EpochHandle, type NetworkHandle, OWN, type OwnHandle } from '@/lib/network/handle';
import type { OpenedLog, OtherRun } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import { must, ok, type Result } from '@/lib/result';

interface Trains {
  train(handle: OwnHandle | EpochHandle, order: TrainingOrder): Promise<Result<void>>;
}

/** The training commands, a word each: to the engine as the page has it, or to the trainer in the worker. */
export const ordersTo = (to: Trains) => ({
  begin: (settings: TrainingSettings) => to.train(OWN, { order: 'begin', settings }),
  branch: (from: EpochHandle, settings: TrainingSettings) => to.train(from, { order: 'begin', settings }),
  step: (settings: TrainingSettings) => to.train(OWN, { order: 'advance', settings, to: 'step' }),
  epoch: (settings: TrainingSettings) => to.train(OWN, { order: 'advance', settings, to: 'epoch' }),
  resume: () => to.train(OWN, { order: 'resume' }),
  pause: () => to.train(OWN, { order: 'pause' }),
  stop: () => to.train(OWN, { order: 'stop' }),
});

/** A run that was opened from a file of the network at work. */
export function openedRun(read: Result<OpenedLog | OtherRun>): OpenedLog {
  const opened = must(read);
  if (!('run' in opened)) throw new Error(`the run is of ${opened.log.architecture.name}`);
  return opened;
}

interface Examines {
  examine(handle: NetworkHandle, question: ExaminerQuestion): Promise<Result<Finding>>;
}

/** What the worker returns, by the name of the question. */
export async function found<Name extends QuestionName>(
  by: Examines,
  handle: NetworkHandle,
  question: ExaminerQuestion & { readonly name: Name },
): Promise<Result<Findings[Name]>> {
  const finding = await by.examine(handle, question);
  if (!finding.ok) return finding;
  if (!answers(question.name, finding.value)) throw new Error(`${question.name} got another answer`);
  return ok(finding.value.found);
}
