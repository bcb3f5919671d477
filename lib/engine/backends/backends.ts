import * as tf from '@tensorflow/tfjs-core';
import { BACKEND_WORD, type BackendName } from '@/lib/network/backends';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/engine';
import { BackendWatch, watchBackend, watchOf } from './read-back';
import { startWasm } from './wasm-backend';
import { within } from './within';

/** A GPU driver that compiles in software takes a second or two; one that takes this long hangs. */
const START_LIMIT_MS = 8000;

export interface Started {
  readonly threads: number;
  /** A problem of a backend that runs all the same. */
  readonly problem?: string;
  /** Reports when the driver has lost the backend: it can't compute any more. */
  readonly watch?: BackendWatch;
}

/** Whether the start is still wanted: a backend that starts too late must not become the current one. */
type Wanted = () => boolean;

/**
 * WASM is part of the worker, because it starts first; the others are separate files, fetched when they are
 * tried.
 */
const STARTERS: Record<BackendName, (threads: boolean, wanted: Wanted) => Promise<Started>> = {
  wasm: startWasm,
  webgl: async (_, wanted) => {
    const { MathBackendWebGL } = await import('@tensorflow/tfjs-backend-webgl');
    await begin('webgl', wanted, () => new MathBackendWebGL());
    const backend = tf.backend();
    if (!(backend instanceof MathBackendWebGL)) throw new Error('another backend answered');
    // Half precision would make every number on the page slightly wrong.
    if (!tf.env().getBool('WEBGL_RENDER_FLOAT32_ENABLED')) throw new Error('only half precision');
    return { threads: 1, watch: watchOf(backend) ?? watchBackend(backend, watchContext(backend.gpgpu.gl)) };
  },
  webgpu: async (_, wanted) => {
    // Without an adapter tfjs would write to the console before it throws.
    if (!(await navigator.gpu?.requestAdapter())) throw new Error('this browser has no WebGPU');
    const { WebGPUBackend } = await import('@tensorflow/tfjs-backend-webgpu');
    await begin('webgpu', wanted);
    const backend = tf.backend();
    if (!(backend instanceof WebGPUBackend)) throw new Error('another backend answered');
    return { threads: 1, watch: watchOf(backend) ?? watchBackend(backend, watchDevice(backend.device)) };
  },
  cpu: async (_, wanted) => {
    await import('@tensorflow/tfjs-backend-cpu');
    await begin('cpu', wanted);
    return { threads: 1 };
  },
};

function watchContext(context: WebGLRenderingContext): BackendWatch {
  const reason = words.contextLost();
  const watch = new BackendWatch(() => (context.isContextLost() ? reason : null));
  context.canvas.addEventListener('webglcontextlost', () => watch.loss.end(reason), { once: true });
  // The library would poll for ever for a fence that never passes, or was never created.
  watch.loss.on(() => {
    const { ALREADY_SIGNALED } = WebGL2RenderingContext;
    Object.defineProperty(context, 'clientWaitSync', { value: () => ALREADY_SIGNALED });
  });
  return watch;
}

function watchDevice(device: GPUDevice): BackendWatch {
  const watch = new BackendWatch();
  void device.lost.then(({ reason, message }) => watch.loss.end(`${reason} ${message}`));
  return watch;
}

/** Makes a backend the current one. One that was lost before is created again, if `make` is given. */
async function begin(name: BackendName, wanted: Wanted, make?: () => tf.KernelBackend): Promise<void> {
  if (!wanted()) throw new Error('it came too late');
  if (make && watchOf(tf.findBackend(name) ?? {})?.isLost) {
    tf.removeBackend(name);
    tf.registerBackend(name, make);
  }
  if (!(await tf.setBackend(name))) throw new Error(`${name} did not start`);
  if (watchOf(tf.backend())?.isLost) throw new Error('it was lost before');
}

/** Starts backends in this thread, one of which is current. */
class Backends {
  private begun: Promise<Result<Started>> | null = null;
  /** The one that was started last. */
  private computing: BackendName | null = null;

  beginEarly(): void {
    this.begun = this.start('wasm', true);
  }

  startFirst(name: BackendName, threads: boolean): Promise<Result<Started>> {
    const taken = name === 'wasm' && threads ? this.begun : null;
    this.begun = null;
    return taken ?? this.start(name, threads);
  }

  async start(name: BackendName, threads: boolean): Promise<Result<Started>> {
    const sentence = words.notHere({ name: BACKEND_WORD[name] });
    let wanted = true;
    try {
      const starting = STARTERS[name](threads, () => wanted);
      const started = await within(START_LIMIT_MS, starting);
      if (started !== 'late') {
        this.computing = name;
        return ok(started);
      }
      wanted = false;
      const putBack = () => this.putBack();
      void starting.then(putBack, putBack);
      await putBack();
      return fail(sentence, `not up within ${START_LIMIT_MS} ms`);
    } catch (error) {
      await this.putBack();
      return fail(sentence, error instanceof Error ? error.message : JSON.stringify(error));
    }
  }

  /** A backend that failed or was late may have replaced the current one. */
  private async putBack(): Promise<void> {
    if (this.computing) await tf.setBackend(this.computing);
  }
}

const backends = new Backends();

/** Starts the first backend early, before anyone requests one. */
export const beginEarly = (): void => backends.beginEarly();

/** The first backend of a worker: the one that was started early, if it is the requested one. */
export const startFirst = (name: BackendName, threads: boolean): Promise<Result<Started>> =>
  backends.startFirst(name, threads);

/** Makes a backend the current one in this thread. If that fails, the previous one continues. */
export const startBackend = (name: BackendName, threads = true): Promise<Result<Started>> =>
  backends.start(name, threads);
