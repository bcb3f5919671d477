/** Sends random networks of each kind of layer through the engine, for `npm run check:kinds`. */
import '@tensorflow/tfjs-backend-cpu';
import { expose } from 'comlink';
import { startWasm } from '@/lib/engine/backends/wasm-backend';
import { registerTrainingKernels } from '@/lib/engine/kernels/register-training';
import { codeOf } from '@/lib/kinds/codes';
import type { Layer, LayerCode, LayerKind, Padding, Sides } from '@/lib/kinds/types';
import { errorsOf, type KindErrors, networksWith } from '@/tests/engine/support/kinds';

/** A random window that slides. */
export interface CheckedWindow {
  readonly sides: Sides;
  readonly stride: number;
  readonly padding: Padding;
}

/** The window of a layer; null where nothing slides. */
function windowOf(layer: Layer): readonly CheckedWindow[] {
  if (!('stride' in layer)) return [];
  const { stride, padding } = layer;
  return [{ sides: 'kernel' in layer ? layer.kernel : layer.size, stride, padding }];
}

/** The result for one network. */
export interface CheckedNetwork {
  readonly layers: readonly string[];
  readonly channels: number;
  readonly errors: KindErrors;
  /** The windows of its layers of that kind. */
  readonly windows: readonly CheckedWindow[];
  /** The lines of code that create its layers. */
  readonly code: readonly LayerCode[];
}

async function check(kind: LayerKind, seed: number, count: number): Promise<readonly CheckedNetwork[]> {
  await startWasm(false);
  registerTrainingKernels();
  const checked: CheckedNetwork[] = [];
  for (const [at, pipeline] of networksWith(kind, seed, count).entries()) {
    checked.push({
      layers: pipeline.stages.map(({ layer }) => layer.kind),
      channels: pipeline.architecture.input[2],
      errors: await errorsOf(pipeline, seed + at),
      windows: pipeline.stages.flatMap(({ layer }) => (layer.kind === kind ? windowOf(layer) : [])),
      code: pipeline.stages.map(({ layer, input }) => codeOf(layer, input)),
    });
  }
  return checked;
}

expose({ check });
