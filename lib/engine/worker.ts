/** The engine's worker: what the page asks over Comlink, the engine answers. */
import { expose } from 'comlink';
import type { StartOptions, WorkerApi } from './api';
import { beginEarly } from './backends';
import { isEarly } from './early';
import { Engine } from './engine';
import { holdLifeline } from './lifeline';
import { fetchEarly } from './shipped';

let engine: Engine | undefined;

/** The page starts the worker before it asks anything. */
function the(): Engine {
  if (!engine) throw new Error('the engine was asked before it was started');
  return engine;
}

const api: WorkerApi = {
  async start(options: StartOptions, onEvent, onSnapshot) {
    engine = new Engine(options, onEvent, onSnapshot);
    await holdLifeline(options.lifeline);
  },
  load: (architecture, source) => the().load(architecture, source),
  trace: (pixels, moment) => the().trace(pixels, moment),
  glance: (pixels, moment) => the().glance(pixels, moment),
  setVariant: (architecture, weights) => the().setVariant(architecture, weights),
  traceVariant: (pixels) => the().traceVariant(pixels),
  frameVariant: (pixels, shown) => the().frameVariant(pixels, shown),
  predictVariant: (pixels, count) => the().predictVariant(pixels, count),
  survey: async (which, stage) => (await the().trainer()).survey(which, stage),
  integrated: async (pixels, unit, steps) => (await the().trainer()).integrated(pixels, unit, steps),
  dropVariant: async () => the().variant.forget(),
  predict: (pixels, count) => the().predict(pixels, count),
  weights: (stages) => the().weights(stages),
  kernels: (moment) => the().kernels(moment),
  chooseBackend: (backend) => the().chooseBackend(backend),
  reset: (seed) => the().reset(seed),
  train: async (settings) => (await the().trainer()).train(settings),
  fork: async (from, settings) => (await the().trainer()).fork(from, settings),
  pause: async () => (await the().trainer()).pause(),
  resume: async () => (await the().trainer()).resume(),
  stepOnce: async (settings) => (await the().trainer()).stepOnce(settings),
  epochOnce: async (settings) => (await the().trainer()).epochOnce(settings),
  stop: async () => (await the().trainer()).stop(),
  writeRun: async (run) => (await the().runs()).write(run),
  openRun: async (file) => (await the().runs()).open(file),
  closeRun: async (run) => (await the().runs()).close(run),
  takeOver: async (run) => (await the().runs()).takeOver(run),
  evaluate: async (pictures) => (await the().trainer()).evaluate(pictures),
  observeStep: async (moment, settings) => (await the().trainer()).observeStep(moment, settings),
  observedWeight: async (stage, place) => (await the().trainer()).observedWeight(stage, place),
};

expose(api);
if (isEarly()) {
  beginEarly();
  fetchEarly(self.location.pathname.replace(/\/engine\/[^/]*$/, ''));
}
