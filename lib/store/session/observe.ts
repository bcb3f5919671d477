import type { StepReport, StepWeight } from '@/lib/engine/examine-protocol';
import type { WeightPlace } from '@/lib/kinds/types';
import { OWN } from '@/lib/network/handle';
import { fail, type Result } from '@/lib/result';
import words from '@/words/state';
import { presentEngine } from '../engine/engine';
import { learner } from '../learner/learner';
import { runsStore, timelineOf } from '../runs/runs';
import { trainingStore } from '../training/training';

const STARTING = fail(words.starting());

/**
 * The next training step of the selected network, broken down on a copy: nothing of the learner's is changed.
 */
export async function observeStep(): Promise<Result<StepReport>> {
  const engine = presentEngine();
  const timeline = timelineOf(runsStore.getState());
  const { settings } = trainingStore.getState();
  const { epoch } = learner.getState();
  const handle = epoch !== null && timeline ? { run: timeline.run, epoch } : OWN;
  return engine ? engine.examine(handle, { name: 'step', settings }) : STARTING;
}

/** One weight of that step. */
export async function observedWeight(stage: string, place: WeightPlace): Promise<Result<StepWeight>> {
  const engine = presentEngine();
  return engine ? engine.examine(OWN, { name: 'stepWeight', stage, place }) : STARTING;
}
