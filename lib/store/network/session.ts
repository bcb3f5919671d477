import type { Picture } from '@/lib/data/picture';
import { hasSpareCore } from '@/lib/engine/backends/spare-core';
import type { EngineClient } from '@/lib/engine/client/client';
import type { WeightSource } from '@/lib/engine/protocol';
import type { BackendName } from '@/lib/network/backends';
import { type EpochHandle, OWN } from '@/lib/network/handle';
import type { TrainingSettings } from '@/lib/network/settings';
import { type KernelSet, kernelsOf } from '@/lib/network/weights';
import { fail, ok, type Result } from '@/lib/result';
import { BASE_PATH } from '@/lib/site/asset';
import { fetchPart } from '@/lib/site/fetch-part';
import { hasNoOrigin } from '@/lib/site/frame';
import words from '@/words/state';
import { learner } from '../learner/learner';
import { conversation, retrace, retraceHeld, say, setTraining } from './conversation';
import { followAddress, followEpoch, leavePast, showRecorded } from './follow';
import { hear } from './hear';
import { network } from './network';
import { Tracing } from './tracing';
import { watchTrainingTabs } from './training-tabs';

async function startEngine(): Promise<void> {
  network.setState({ phase: 'starting' });
  const client = await fetchPart(() => import('@/lib/engine/client/client'));
  if (!client.ok) return hear({ type: 'failed', problem: client.problem });
  const engine = client.value.createEngine({ base: BASE_PATH });
  conversation.engine = engine;
  conversation.tracing = new Tracing(engine);
  engine.subscribe(hear);
  const opened = await open(engine, network.getState().subject.weights);
  if (!opened.ok) network.setState({ phase: 'failed', problem: opened.problem });
}

/** Opens the subject's network; its id says with what the browser keeps of which subject it goes. */
const open = (engine: EngineClient, source: WeightSource) => {
  const { pipeline, subject } = network.getState();
  return engine.open({ handle: OWN, architecture: pipeline.architecture, source, subject: subject.id });
};

/**
 * Sends a training command; what it can't do is told where the training is. `show` shows at once what is to come of it,
 * where there is an engine to do it.
 */
async function command(
  send: (engine: EngineClient) => Promise<Result<unknown>>,
  show: () => void = () => {},
): Promise<void> {
  const { engine } = conversation;
  const { phase, problem } = network.getState();
  if (!engine && phase === 'failed') setTraining({ phase, problem });
  if (!engine) return say(problem?.sentence ?? words.starting());
  show();
  const answer = await send(engine);
  if (!answer.ok) setTraining({ phase: 'failed', problem: answer.problem });
}

/** Training that can't be halted goes on, so it has not failed. */
const halt = (order: 'pause' | 'stop'): Promise<void> =>
  command(async (engine) => {
    const halted = await engine.train(OWN, { order });
    if (!halted.ok) say(halted.problem.sentence);
    return ok(undefined);
  });

/** Training begins or goes on; a fresh run lets go of the curves of the one before. */
function begin(settings: TrainingSettings): void {
  learner.getState().travelTo(null);
  const { phase } = network.getState().training;
  if (phase === 'paused') {
    setTraining({ phase: 'running', problem: null });
    return;
  }
  leavePast();
  setTraining({ phase: 'preparing', settings, epochs: [], batches: [], problem: null });
}

/** With two cores the engine would come up in the way of the page that is being made ready; with more it starts at once. */
function calmly(begin: () => void): void {
  if (hasSpareCore() || typeof requestIdleCallback === 'undefined') begin();
  else requestIdleCallback(begin, { timeout: IDLE_MS });
}

const IDLE_MS = 1000;
let started = false;

export const session = {
  /** Starts the engine and follows the address; further calls do nothing. */
  start(): void {
    if (started) return;
    started = true;
    // The page itself says why.
    if (hasNoOrigin()) {
      network.setState({ phase: 'failed', problem: { sentence: words.noValues() } });
      return;
    }
    learner.subscribe((now, before) => {
      if (now.picture !== before.picture) void followAddress();
      else if (now.epoch !== before.epoch) followEpoch();
      if (now.held !== before.held) retraceHeld();
    });
    watchTrainingTabs();
    void showRecorded();
    void followAddress();
    calmly(() => void startEngine());
  },

  /** Sends another picture through the network. */
  choosePicture(picture: Picture): void {
    network.setState({ picture, heldTrace: null });
    learner.getState().choosePicture(picture.id);
    retraceHeld();
    void retrace();
  },

  train(settings: TrainingSettings): Promise<void> {
    return command(
      (to) => to.train(OWN, { order: 'begin', settings }),
      () => begin(settings),
    );
  },

  /** One step of the paused run, or of a new one with these settings. */
  stepOnce(settings: TrainingSettings): Promise<void> {
    return command(
      (to) => to.train(OWN, { order: 'advance', settings, to: 'step' }),
      () => begin(settings),
    );
  },

  /** To the end of the epoch, likewise. */
  epochOnce(settings: TrainingSettings): Promise<void> {
    return command(
      (to) => to.train(OWN, { order: 'advance', settings, to: 'epoch' }),
      () => begin(settings),
    );
  },

  /** Leaves the recorded run at the end of an epoch and goes on from there with other settings, as a run of its own. */
  fork(epoch: number, settings: TrainingSettings): Promise<void> {
    const { timeline } = network.getState();
    if (!timeline) return Promise.resolve(say(words.nothingToLeave()));
    return command(
      (to) => to.train({ run: timeline.run, epoch }, { order: 'begin', settings }),
      () => begin(settings),
    );
  },

  /** Someone reaches for the scrubber: the epochs beside the one shown are made ready. */
  lookAhead(): void {
    void conversation.tracing?.lookAhead();
  },

  /** The kernels of a recorded epoch, but for the largest, which are recorded rounded: how filters change. */
  async kernels(epoch: EpochHandle): Promise<Result<KernelSet>> {
    const { engine } = conversation;
    if (!engine) return fail(words.stillStarting());
    const weights = await engine.weights(epoch, 'exact');
    return weights.ok ? ok(kernelsOf(weights.value)) : weights;
  },

  pause: (): Promise<void> => halt('pause'),

  resume(): Promise<void> {
    return command(
      (to) => to.train(OWN, { order: 'resume' }),
      // After a reload the images have to be fetched again.
      () => setTraining({ phase: network.getState().training.download ? 'running' : 'preparing' }),
    );
  },

  stop: (): Promise<void> => halt('stop'),

  /** Back to initial weights: those of the run's seed, or of another. */
  reset(seed: number = network.getState().training.settings.seed): Promise<void> {
    return command(
      (to) => open(to, { initial: seed }),
      () => {
        setTraining({ phase: 'idle', epochs: [], batches: [], problem: null });
        setTraining({ settings: { ...network.getState().training.settings, seed } });
        leavePast();
      },
    );
  },

  /** Lets go of what was trained: the shipped network is shown again. */
  showShipped(): Promise<void> {
    return command(
      (to) => open(to, 'shipped'),
      () => {
        leavePast();
        setTraining({ phase: 'idle', epochs: [], batches: [], problem: null });
      },
    );
  },

  async chooseBackend(backend: BackendName): Promise<void> {
    const answer = await conversation.engine?.chooseBackend(backend);
    if (answer && !answer.ok) say(answer.problem.sentence);
  },
};
