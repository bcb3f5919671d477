import type { EngineCalls } from '../api';
import type { Engine } from './engine';

/** The page's calls to the worker, passed on to the engine. */
export const commandsOf = (the: () => Engine): EngineCalls => ({
  open: (setup) => the().open(setup),
  openRun: async (file) => (await the().runs()).open(file),
  trace: (handle, pixels, scope) => the().trace(handle, pixels, scope),
  predict: (handle, pixels, count) => the().predict(handle, pixels, count),
  weights: (handle, scope) => the().weights(handle, scope),
  train: async (handle, order) => (await the().trainer()).train(handle, order),
  examine: async (handle, question) => (await the().trainer()).examine(handle, question),
  shippedRun: () => the().shippedRun(),
  writeRun: async (run) => (await the().runs()).write(run),
  close: (closed) => the().close(closed),
  chooseBackend: (backend) => the().chooseBackend(backend),
});
