import * as tf from '@tensorflow/tfjs-core';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/engine';
import type { BackendName } from './protocol';
import { startWasm } from './wasm-backend';
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
  /** Settles when the driver has lost it: it computes no more. */
  readonly lost?: Promise<string>;
}

/** WASM comes with the worker, because it starts first; the others are files of their own, fetched when they are tried. */
const STARTERS: Record<BackendName, (threads: boolean) => Promise<Started>> = {
  wasm: startWasm,
  webgl: async () => {
    const { MathBackendWebGL } = await import('@tensorflow/tfjs-backend-webgl');
    await begin('webgl');
    const backend = tf.backend();
    if (!(backend instanceof MathBackendWebGL)) throw new Error('another backend answered');
    // Half the digits would make every number on the page a little wrong.
    if (!tf.env().getBool('WEBGL_RENDER_FLOAT32_ENABLED')) throw new Error('only half precision');
    return { threads: 1, lost: contextLost(backend.gpgpu.gl.canvas) };
  },
  webgpu: async () => {
    // Without an adapter tfjs would write to the console, and throw all the same.
    if (!(await navigator.gpu?.requestAdapter())) throw new Error('this browser has no WebGPU');
    const { WebGPUBackend } = await import('@tensorflow/tfjs-backend-webgpu');
    await begin('webgpu');
    const backend = tf.backend();
    if (!(backend instanceof WebGPUBackend)) throw new Error('another backend answered');
    return { threads: 1, lost: backend.device.lost.then(({ reason, message }) => `${reason} ${message}`) };
  },
  cpu: async () => {
    await import('@tensorflow/tfjs-backend-cpu');
    await begin('cpu');
    return { threads: 1 };
  },
};

const contextLost = (canvas: EventTarget) =>
  new Promise<string>((resolve) => {
    canvas.addEventListener('webglcontextlost', () => resolve(words.contextLost()), { once: true });
  });

async function begin(name: BackendName): Promise<void> {
  if (!(await tf.setBackend(name))) throw new Error(`${name} did not start`);
}

let begun: Promise<Result<Started>> | null = null;

/** Begins to start the backend that is tried first, before anyone asks for one. */
export function beginEarly(): void {
  begun = startBackend('wasm');
}

/** The first backend of a worker: what has begun already, when it is what is asked for. */
export function startFirst(name: BackendName, threads: boolean): Promise<Result<Started>> {
  const taken = name === 'wasm' && threads ? begun : null;
  begun = null;
  return taken ?? startBackend(name, threads);
}

/** Makes a backend the one that computes, in this thread. A failure leaves another backend to be chosen. */
export async function startBackend(name: BackendName, threads = true): Promise<Result<Started>> {
  const sentence = words.notHere({ name: BACKEND_WORD[name] });
  try {
    const started = await within(START_LIMIT_MS, STARTERS[name](threads));
    return started === 'late' ? fail(sentence, `not up within ${START_LIMIT_MS} ms`) : ok(started);
  } catch (error) {
    return fail(sentence, error instanceof Error ? error.message : JSON.stringify(error));
  }
}
