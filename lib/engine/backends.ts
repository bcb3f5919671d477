import * as tf from '@tensorflow/tfjs-core';
import { fail, ok, type Result } from '@/lib/result';
import type { BackendName } from './protocol';
import { within } from './within';

/** A GPU driver that compiles in software takes a second or two; what takes this long hangs. */
const START_LIMIT_MS = 8000;

/** What the learner reads for a backend. */
export const BACKEND_WORD: Record<BackendName, string> = {
  webgpu: 'WebGPU',
  webgl: 'WebGL',
  wasm: 'WebAssembly',
  cpu: 'Plain JavaScript',
};

export interface Started {
  readonly threads: number;
  /** What did not go as it should although the backend runs. */
  readonly problem?: string;
}

/** Each backend is a file of its own, fetched when it is tried; the worker begins with none but WASM. */
const STARTERS: Record<BackendName, (threads: boolean) => Promise<Started>> = {
  wasm: async (threads) => (await import('./wasm-backend')).startWasm(threads),
  webgl: async () => {
    await import('@tensorflow/tfjs-backend-webgl');
    await begin('webgl');
    // Half the digits would make every number on the page a little wrong.
    if (!tf.env().getBool('WEBGL_RENDER_FLOAT32_ENABLED')) throw new Error('only half precision');
    return { threads: 1 };
  },
  webgpu: async () => {
    if (!('gpu' in navigator)) throw new Error('this browser has no WebGPU');
    await import('@tensorflow/tfjs-backend-webgpu');
    await begin('webgpu');
    return { threads: 1 };
  },
  cpu: async () => {
    await import('@tensorflow/tfjs-backend-cpu');
    await begin('cpu');
    return { threads: 1 };
  },
};

async function begin(name: BackendName): Promise<void> {
  if (!(await tf.setBackend(name))) throw new Error(`${name} did not start`);
}

/** Makes a backend the one that computes, in this thread. A failure leaves another backend to be chosen. */
export async function startBackend(name: BackendName, threads = true): Promise<Result<Started>> {
  const sentence = `${BACKEND_WORD[name]} does not start here.`;
  try {
    const started = await within(START_LIMIT_MS, STARTERS[name](threads));
    return started === 'late' ? fail(sentence, `not up within ${START_LIMIT_MS} ms`) : ok(started);
  } catch (error) {
    return fail(sentence, error instanceof Error ? error.message : JSON.stringify(error));
  }
}
