/** Backends that behave as a test requires, with JavaScript's arithmetic. */
import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import type { Started } from '@/lib/engine/backends/backends';
import { BackendWatch, watchBackend } from '@/lib/engine/backends/read-back';
import type { BackendName } from '@/lib/network/backends';
import { fail, ok, type Result } from '@/lib/result';

/** A graphics card: once it is lost, values read from it never arrive. */
class Card extends MathBackendCPU {
  readonly watch = watchBackend(this, new BackendWatch());

  override async read(dataId: object): Promise<tf.backend_util.BackendValues> {
    return this.watch.loss.over ? new Promise(() => {}) : super.read(dataId);
  }
}

/** How each backend's next start goes: it is up at once, after this many milliseconds, or never. */
export const starts: Record<BackendName, 'up' | 'fails' | number> = {
  wasm: 'up',
  cpu: 'up',
  webgl: 'up',
  webgpu: 'fails',
};

let card: Card | null = null;

/** The driver fails. */
export function loseCard(): void {
  card?.watch.loss.end('the test has lost it');
}

tf.copyRegisteredKernels('cpu', 'card');

/** Replaces {@link import('@/lib/engine/backends/backends').startBackend}. */
export async function startBackend(name: BackendName): Promise<Result<Started>> {
  const start = starts[name];
  if (start === 'fails') return fail(`${name} does not start here.`);
  if (start !== 'up') await new Promise((resolve) => setTimeout(resolve, start));
  if (name !== 'webgl') {
    await tf.setBackend('cpu');
    return ok({ threads: 1 });
  }
  if (card) tf.removeBackend('card');
  const fresh = new Card();
  card = fresh;
  tf.registerBackend('card', () => fresh);
  await tf.setBackend('card');
  return ok({ threads: 1, watch: fresh.watch });
}
