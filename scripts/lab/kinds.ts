/** Sends random networks of each kind of layer through the engine, for `npm run check:kinds`. */
import '@tensorflow/tfjs-backend-cpu';
import { expose } from 'comlink';
import { startWasm } from '@/lib/engine/backends/wasm-backend';
import { registerTrainingKernels } from '@/lib/engine/kernels/register';
import { rulesOf } from '@/lib/kinds/registry';
import type { LayerCode, LayerKind } from '@/lib/kinds/types';
import { errorsOf, type KindErrors, networksWith } from '@/tests/engine/support/kinds';

/** What became of one network. */
export interface CheckedNetwork {
  readonly layers: readonly string[];
  readonly channels: number;
  readonly errors: KindErrors;
  /** The lines that make its layers. */
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
      code: pipeline.stages.map(({ layer, input }) => rulesOf(layer).code(layer, input)),
    });
  }
  return checked;
}

expose({ check });
