import type { EngineCalls } from '../api';
import type { Engine } from './engine';

/** The page's calls to the worker, passed on to the engine. */
export const commandsOf = (the: () => Promise<Engine>): EngineCalls => ({
  open: async (setup) => (await the()).open(setup),
  openRun: async (file) => (await (await the()).runs()).open(file),
  trace: async (handle, pixels, scope) => (await the()).trace(handle, pixels, scope),
  predict: async (handle, pixels, count) => (await the()).predict(handle, pixels, count),
  weights: async (handle, scope) => (await the()).weights(handle, scope),
  train: async (handle, order) => (await (await the()).trainer()).train(handle, order),
  examine: async (handle, question) => (await (await the()).trainer()).examine(handle, question),
  shippedRun: async () => (await the()).shippedRun(),
  writeRun: async (run) => (await (await the()).runs()).write(run),
  close: async (closed) => (await the()).close(closed),
  chooseBackend: async (backend) => (await the()).chooseBackend(backend),
});
