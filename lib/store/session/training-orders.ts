/* Orders for the training of the page's network, on the pages that train; `session.ts` has what every page needs. */
import type { EngineClient } from '@/lib/engine/client/client';
import type { WeightSource } from '@/lib/engine/protocol';
import { OWN } from '@/lib/network/handle';
import type { TrainingSettings } from '@/lib/network/settings';
import { ok, type Result } from '@/lib/result';
import { connectionNow, savesData } from '@/lib/site/offline/saving';
import words from '@/words/state';
import orderWords from '@/words/training-orders';
import { engineStore, presentEngine } from '../engine/engine';
import { until } from '../engine/until';
import { learner } from '../learner/learner';
import { notices, notify } from '../page/notices';
import { runsStore, timelineOf } from '../runs/runs';
import { subjectStore } from '../subject/subject';
import {
  advanceRun,
  awaitEngine,
  clearRun,
  failRun,
  prepareRun,
  resumeRun,
  trainingStore,
} from '../training/training';
import { leavePast } from './follow';
import { openSubject } from './start';

/**
 * Sends a training command; a failure is reported beside the training. `show` immediately shows the expected
 * state, if there is an engine.
 */
async function command(
  send: (engine: EngineClient) => Promise<Result<unknown>>,
  show: () => void = () => {},
): Promise<void> {
  const { client, phase, problem } = engineStore.getState();
  if (!client && phase === 'failed' && problem) failRun(problem);
  if (!client) return notify(problem?.sentence ?? words.starting());
  show();
  const answer = await send(client);
  if (!answer.ok) failRun(answer.problem);
}

/**
 * A command that may begin a run. Before the engine can take orders it waits, and the run is shown as waiting. Where the
 * network turns out to have a run of its own, which a new one would replace, none is begun.
 */
async function beginning(
  settings: TrainingSettings,
  send: (engine: EngineClient) => Promise<Result<unknown>>,
): Promise<void> {
  const isReady = () => engineStore.getState().client !== null && subjectStore.getState().network !== null;
  const isFailed = () => engineStore.getState().phase === 'failed';
  const phase = () => trainingStore.getState().phase;
  if (phase() === 'waiting') return;
  if (phase() === 'idle' && !isReady() && !isFailed()) {
    awaitEngine(settings);
    const isOver = () => isReady() || isFailed() || phase() !== 'waiting';
    await until(isOver, [engineStore, subjectStore, trainingStore]);
    if (['paused', 'stopped', 'finished'].includes(phase())) return notify(orderWords.runIsBack());
    if (phase() !== 'waiting') return;
  }
  await command(send, () => beginRun(settings));
}

/** Training that can't be paused or stopped continues, so it has not failed. */
const halt = (order: 'pause' | 'stop'): Promise<void> =>
  command(async (engine) => {
    const halted = await engine.train(OWN, { order });
    if (!halted.ok) notify(halted.problem.sentence);
    return ok(undefined);
  });

/** Shows other weights instead of the trained ones, which come back if the learner undoes it before the next run. */
async function putAside(source: WeightSource, seed?: number): Promise<void> {
  const { epochs, elsewhere } = trainingStore.getState();
  await command(
    (to) => openSubject(to, source),
    () => {
      leavePast();
      clearRun(seed);
    },
  );
  if (epochs.length > 0 && !elsewhere && trainingStore.getState().phase === 'idle') offerUndo();
}

/** Brings back the network that was given up last. */
function undoReset(): Promise<void> {
  withdrawUndo();
  return command(
    (to) => openSubject(to, 'undone'),
    () => {
      leavePast();
      clearRun();
    },
  );
}

/** Training starts or resumes; a new run clears the curves of the one before. */
function beginRun(settings: TrainingSettings): void {
  learner.getState().travelTo(null);
  if (trainingStore.getState().phase === 'paused') {
    advanceRun();
    return;
  }
  leavePast();
  withdrawUndo();
  prepareRun(settings);
}

export const trainingOrders = {
  /** The learner reaches for Start: what a run needs is fetched, unless the connection is to be spared. */
  prepareToTrain(): void {
    if (!savesData(connectionNow())) void presentEngine()?.train(OWN, { order: 'prepare' });
  },

  train(settings: TrainingSettings): Promise<void> {
    return beginning(settings, (to) => to.train(OWN, { order: 'begin', settings }));
  },

  /** One step of the paused run, or of a new one with these settings. */
  stepOnce(settings: TrainingSettings): Promise<void> {
    return beginning(settings, (to) => to.train(OWN, { order: 'advance', settings, to: 'step' }));
  },

  /** The same to the end of the epoch. */
  epochOnce(settings: TrainingSettings): Promise<void> {
    return beginning(settings, (to) => to.train(OWN, { order: 'advance', settings, to: 'epoch' }));
  },

  /** Branches from the recorded run at the end of an epoch, with different settings, as a separate run. */
  fork(epoch: number, settings: TrainingSettings): Promise<void> {
    const timeline = timelineOf(runsStore.getState());
    if (!timeline) return Promise.resolve(notify(orderWords.nothingToLeave()));
    return command(
      (to) => to.train({ run: timeline.run, epoch }, { order: 'begin', settings }),
      () => beginRun(settings),
    );
  },

  pause: (): Promise<void> => halt('pause'),

  resume(): Promise<void> {
    return command((to) => to.train(OWN, { order: 'resume' }), resumeRun);
  },

  stop: (): Promise<void> => halt('stop'),

  /** Returns to initial weights: those of the run's seed, or of a different one. */
  reset(seed: number = trainingStore.getState().settings.seed): Promise<void> {
    return putAside({ initial: seed }, seed);
  },

  /** Brings back the run that was reset last, also after a reload. */
  undoReset,

  /** Gives up the trained network: the shipped network is shown again. */
  showShipped(): Promise<void> {
    return putAside('shipped');
  },
};

/** Offers to undo a reset, until the learner does so, dismisses it, or begins a run. */
function offerUndo(): void {
  withdrawUndo();
  notices.getState().notify(orderWords.wasReset(), { word: orderWords.undo(), run: () => void undoReset() });
}

/** The run that was reset is gone for good. */
function withdrawUndo(): void {
  const { notices: standing, dismiss } = notices.getState();
  const offer = standing.find(({ sentence }) => sentence === orderWords.wasReset());
  if (offer) dismiss(offer.id);
}
