import type { Picture } from '@/lib/data/picture';
import type { EngineClient } from '@/lib/engine/client';
import type {
  BackendName,
  EngineEvent,
  KernelSet,
  Moment,
  RunLog,
  TrainingSettings,
} from '@/lib/engine/protocol';
import { loadRecordedTrace } from '@/lib/engine/recorded';
import { fail, type Result } from '@/lib/result';
import { BASE_PATH } from '@/lib/site/asset';
import { findPicture } from './find-picture';
import { learner } from './learner';
import { network, type Timeline, type TrainingPhase, type TrainingView } from './network';
import { notices } from './notices';
import { Tracing } from './tracing';
import { withTrainingEvent } from './training-view';

/*
 * The page's one conversation with the engine. It sends the chosen picture, listens, and writes the network store;
 * nobody else does. It lives as long as the page, so that training goes on while the learner reads on.
 */
let engine: EngineClient | null = null;
let tracing: Tracing | null = null;

/** While training, the maps follow the weights this often at most; the steps themselves come faster. */
const RETRACE_MILLISECONDS = 250;

type NetworkEvent = Extract<EngineEvent, { type: 'network' }>;

const say = (sentence: string): void => notices.getState().say(sentence);

const setTraining = (change: Partial<TrainingView>): void =>
  network.setState(({ training }) => ({ training: { ...training, ...change } }));

/** Shows the newest traces of the chosen picture: that of the network looked at, and that of the held one. */
async function retrace(): Promise<void> {
  await tracing?.show();
}
const retraceHeld = (): void => void tracing?.showHeld();

function hear(event: EngineEvent): void {
  switch (event.type) {
    case 'report':
      tracing?.forget();
      network.setState({ report: event.report, phase: 'ready', problem: null });
      break;
    case 'message':
      say(event.problem.sentence);
      break;
    case 'failed':
      network.setState({ phase: 'failed', problem: event.problem });
      say(event.problem.sentence);
      break;
    case 'download':
      setTraining({ download: { loaded: event.loaded, total: event.total } });
      break;
    case 'network':
      hearNetwork(event);
      break;
    case 'training':
      network.setState(({ training }) => ({ training: withTrainingEvent(training, event.event) }));
      if (learner.getState().epoch !== null) break;
      if (event.event.type !== 'batch' || (tracing?.age ?? 0) > RETRACE_MILLISECONDS) void retrace();
      break;
  }
}

/** Where a run stands that this browser kept. */
function keptPhase({ settings, epochs }: RunLog, resumable: boolean): TrainingPhase {
  if ((epochs.at(-1)?.epoch ?? 0) >= settings.epochs) return 'finished';
  return resumable ? 'paused' : 'stopped';
}

/** Other weights. A run that this browser kept comes with its log, so that its curves are there again. */
function hearNetwork(event: NetworkEvent): void {
  const { network: state, log, resumable } = event;
  network.setState({ network: state });
  void followTimeline(event);
  setTraining({ parent: log?.parent ?? null });
  if (log && network.getState().training.phase === 'idle')
    setTraining({ phase: keptPhase(log, resumable), settings: log.settings, epochs: log.epochs });
  void retrace();
}

/** Which epochs one can go back to. The log of the shipped run is fetched when its network is whole. */
async function followTimeline({ network: state, log, complete }: NetworkEvent): Promise<void> {
  if (log) return setTimeline({ run: 'own', epochs: log.epochs, labels: log.labels });
  if (state.origin !== 'shipped') return setTimeline(null);
  if (!complete || network.getState().timeline?.run === 'shipped') return;
  const { loadShippedRun } = await import('@/lib/run/log');
  const shipped = await loadShippedRun();
  if (!shipped.ok || network.getState().network?.origin !== 'shipped') return;
  const { epochs, labels } = shipped.value;
  setTimeline({ run: 'shipped', epochs, labels });
}

/** Other epochs to go back to. What an address chose or held is looked up when the run it is of is there. */
function setTimeline(timeline: Timeline | null): void {
  const before = network.getState().timeline;
  network.setState({ timeline });
  tracing?.forget();
  if (timeline?.run === before?.run) return;
  if (learner.getState().epoch !== null) followEpoch();
  if (learner.getState().held !== null) retraceHeld();
}

/** Shows the epoch that was chosen; one that was not recorded is told, and the network shown as it is now. */
function followEpoch(): void {
  const { epoch } = learner.getState();
  const { timeline } = network.getState();
  if (epoch !== null && timeline && !timeline.epochs.some((record) => record.epoch === epoch)) {
    say(`Epoch ${epoch} was not recorded in this run, so the network is shown as it is now.`);
    learner.getState().travelTo(null);
  } else void retrace();
}

/** Shows the picture that the address names, or says why not and shows the first sample. */
async function followAddress(): Promise<void> {
  const { picture: id } = learner.getState();
  const shown = network.getState().picture;
  if (shown && shown.id === id) return;
  const found = await findPicture(id);
  if (learner.getState().picture !== id) return;
  if (found.ok) {
    network.setState({ picture: found.value, heldTrace: null });
    retraceHeld();
    return retrace();
  }
  say(found.problem.sentence);
  if (id !== null) learner.setState({ picture: null });
}

/** The first sample's recorded trace, so that the first screen is never empty. The live one takes its place. */
async function showRecorded(): Promise<void> {
  const recorded = await loadRecordedTrace();
  if (recorded && !network.getState().trace && learner.getState().picture === null)
    network.setState({ trace: recorded, weights: recorded.weights });
}

async function startEngine(): Promise<void> {
  network.setState({ phase: 'starting' });
  const { createEngine } = await import('@/lib/engine/client');
  engine = createEngine({ base: BASE_PATH });
  tracing = new Tracing(engine);
  engine.subscribe(hear);
  const loaded = await engine.load(network.getState().pipeline.architecture, 'kept');
  if (!loaded.ok) network.setState({ phase: 'failed', problem: loaded.problem });
}

/** Sends a training command; what it can't do is told where the training is. */
async function command(
  send: (engine: EngineClient) => Promise<Result<unknown>> | Promise<void>,
): Promise<void> {
  if (!engine) return say('The engine is still starting. Try again in a moment.');
  const answer = await send(engine);
  if (answer && !answer.ok) setTraining({ phase: 'failed', problem: answer.problem });
}

/** Another network takes the place of this one: nothing of its past is shown any more. */
function leavePast(): void {
  learner.getState().travelTo(null);
  learner.getState().hold(null);
  tracing?.forget();
}

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

let started = false;

export const session = {
  /** Starts the engine and follows the address; further calls do nothing. */
  start(): void {
    if (started) return;
    started = true;
    learner.subscribe((now, before) => {
      if (now.picture !== before.picture) void followAddress();
      else if (now.epoch !== before.epoch) followEpoch();
      if (now.held !== before.held) retraceHeld();
    });
    void showRecorded();
    void followAddress();
    void startEngine();
  },

  /** Sends another picture through the network. */
  choosePicture(picture: Picture): void {
    network.setState({ picture, heldTrace: null });
    learner.getState().choosePicture(picture.id);
    retraceHeld();
    void retrace();
  },

  train(settings: TrainingSettings): Promise<void> {
    begin(settings);
    return command((to) => to.train(settings));
  },

  /** One step of the paused run, or of a new one with these settings. */
  stepOnce(settings: TrainingSettings): Promise<void> {
    begin(settings);
    return command((to) => to.stepOnce(settings));
  },

  /** To the end of the epoch, likewise. */
  epochOnce(settings: TrainingSettings): Promise<void> {
    begin(settings);
    return command((to) => to.epochOnce(settings));
  },

  /** Leaves the recorded run at the end of an epoch and goes on from there with other settings, as a run of its own. */
  fork(epoch: number, settings: TrainingSettings): Promise<void> {
    const { timeline } = network.getState();
    if (!timeline) return Promise.resolve(say('There is no recorded run to leave.'));
    begin(settings);
    return command((to) => to.fork({ run: timeline.run, epoch }, settings));
  },

  /** Someone reaches for the scrubber: the epochs beside the one shown are made ready. */
  lookAhead(): void {
    void tracing?.lookAhead();
  },

  /** The exact kernels of a recorded epoch: how filters change. */
  async kernels(moment: Moment): Promise<Result<KernelSet>> {
    return engine ? engine.kernels(moment) : fail('The engine is still starting.');
  },

  pause: (): Promise<void> => command((to) => to.pause()),

  resume(): Promise<void> {
    // After a reload the pictures have to be fetched again.
    setTraining({ phase: network.getState().training.download ? 'running' : 'preparing' });
    return command((to) => to.resume());
  },

  stop: (): Promise<void> => command((to) => to.stop()),

  /** Back to initial weights: those of the run's seed, or of another. */
  reset(seed: number = network.getState().training.settings.seed): Promise<void> {
    setTraining({ phase: 'idle', epochs: [], batches: [], problem: null });
    setTraining({ settings: { ...network.getState().training.settings, seed } });
    leavePast();
    return command((to) => to.reset(seed));
  },

  /** Lets go of what was trained: the shipped network is shown again. */
  showShipped(): Promise<void> {
    leavePast();
    setTraining({ phase: 'idle', epochs: [], batches: [], problem: null });
    return command((to) => to.load(network.getState().pipeline.architecture, 'shipped'));
  },

  async chooseBackend(backend: BackendName): Promise<void> {
    const answer = await engine?.chooseBackend(backend);
    if (answer && !answer.ok) say(answer.problem.sentence);
  },
};
