import * as tf from '@tensorflow/tfjs-core';
import { ENDED, Ending } from '../client/ending';
import { within } from './within';

/** The backend was lost during a computation: its result is unknown. */
export class BackendLost extends Error {
  constructor() {
    super('the backend was lost');
    this.name = 'BackendLost';
  }
}

/** A failed call may be reported this much sooner than the loss that caused it. */
const NOTICED_MS = 500;

/**
 * Whether a backend can still compute. A driver reports a loss in a separate task, when values are zeros
 * already.
 */
export class BackendWatch {
  /** Ends with a reason when the backend is lost, for good. */
  readonly loss = new Ending<string>();

  /** `look` asks the driver whether and why, where that is possible at any moment. */
  constructor(private readonly look: () => string | null = () => null) {}

  get isLost(): boolean {
    const reason = this.look();
    if (reason !== null) this.loss.end(reason);
    return this.loss.over;
  }
}

const watches = new WeakMap<object, BackendWatch>();

/** From now on values from a backend are rejected once the watch reports its loss. */
export function watchBackend(backend: object, watch: BackendWatch): BackendWatch {
  watches.set(backend, watch);
  return watch;
}

/** The watch of a backend. Backends that can't be lost have none: WebAssembly and JavaScript. */
export const watchOf = (backend: object): BackendWatch | undefined => watches.get(backend);

/**
 * A tensor's values. If the backend is lost meanwhile, the driver returns zeros, nothing at all, or never;
 * then this rejects.
 * @throws BackendLost
 */
export async function readBack(tensor: tf.Tensor): Promise<tf.TypedArray> {
  const watch = watchOf(tf.backend());
  if (!watch) return tensor.data();
  if (watch.isLost) throw new BackendLost();
  const values: tf.TypedArray | typeof ENDED = await watch.loss.orElse(tensor.data());
  if (values === ENDED || watch.isLost) throw new BackendLost();
  if (values.length !== tensor.size) throw new Error(`${values.length} values were read of ${tensor.size}`);
  return values;
}

/**
 * Computes on the current backend. If it is lost meanwhile, this rejects with {@link BackendLost}, whatever
 * the original error.
 */
export async function onBackend<T>(work: () => Promise<T>): Promise<T> {
  const watch = watchOf(tf.backend());
  try {
    return await work();
  } catch (error) {
    if (!watch) throw error;
    const noticed = new Promise<void>((resolve) => watch.loss.on(() => resolve()));
    if (!watch.isLost && (await within(NOTICED_MS, noticed)) === 'late') throw error;
    throw new BackendLost();
  }
}
