import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { env } from '@tensorflow/tfjs-core';
import { once } from '@/lib/once';
import { BINARY } from './binary';
import { startThreads, wantedThreads } from './pool';
import { CONTROL, CONTROL_LENGTH, SHARED, type SharedName } from './shared';

/**
 * Functions on the backend's own memory, four numbers at a time. The .wat files, and scripts/make/kernels/, document their
 * arguments.
 */
interface Alone {
  sumRows(from: number, rows: number, bytes: number, to: number): void;
}

/** The functions for one backend. */
export interface Simd extends Alone {
  /** How many threads share work, the one that asks among them. */
  readonly threads: number;
  /**
   * Computes all units of a function's work, each with the same whole numbers, on all threads that there are; on one where it
   * isn't worth waking the others. `nanoseconds`: about how long one thread takes.
   */
  share(name: SharedName, units: number, numbers: readonly number[], nanoseconds: number): void;
}

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/** The memory of the backend's module, which the library keeps under one of two names. */
function memoryOf(backend: BackendWasm): WebAssembly.Memory | null {
  const exported: unknown = Reflect.get(backend.wasm, 'asm');
  const own = typeof exported === 'object' && exported !== null ? Reflect.get(exported, 'memory') : null;
  const found = [Reflect.get(backend.wasm, 'wasmMemory'), own];
  return found.find((memory) => memory instanceof WebAssembly.Memory) ?? null;
}

function start(backend: BackendWasm): Simd | null {
  const memory = memoryOf(backend);
  if (!memory) return null;
  const shared = typeof SharedArrayBuffer !== 'undefined' && memory.buffer instanceof SharedArrayBuffer;
  // A browser without relaxed SIMD refuses the first, one without SIMD both.
  const code = [BINARY.relaxed, BINARY.plain]
    .map(({ alone, shared: threaded }) => bytesOf(shared ? threaded : alone))
    .find((bytes) => WebAssembly.validate(bytes));
  if (!code) return null;
  const module = new WebAssembly.Module(code);
  const { exports } = new WebAssembly.Instance(module, { backend: { memory } });
  if (!isComplete(exports)) return null;
  const control = backend.makeOutput([CONTROL_LENGTH], 'int32');
  const at = backend.getMemoryOffset(control.dataId);
  backend.typedArrayFromHeap(control).fill(0);
  backend.typedArrayFromHeap(control)[CONTROL.patient / 4] = Number(typeof document === 'undefined');
  const threads = shared ? wantedThreads(navigator.hardwareConcurrency || 2) - 1 : 0;
  // Not before they are needed: one image is done sooner than they are up.
  const wake = once(() => startThreads(module, memory, at, threads));
  const share: Simd['share'] = (name, units, numbers, nanoseconds) => {
    const isLong = threads > 0 && nanoseconds > env().getNumber(WORTH_SHARING_NS);
    if (isLong) wake();
    // A missing one would be the previous job's.
    if (numbers.length !== SHARED[name]) throw new Error(`${name} needs ${SHARED[name]} numbers`);
    // The memory may have grown, and moved.
    const block = new Int32Array(memory.buffer, at, CONTROL_LENGTH);
    block[CONTROL.units / 4] = units;
    block[CONTROL.work / 4] = NAMES.indexOf(name);
    block[CONTROL.alone / 4] = Number(!isLong);
    block.set(numbers, CONTROL.numbers / 4);
    exports.share(at);
  };
  return { ...exports, share, threads: 1 + threads };
}

const NAMES = Object.keys(SHARED);
/** Bytes of a tensor that a thread takes at a time, where each number is computed from those at the same place. */
export const PART_BYTES = 65_536;

/**
 * The library's flag of how long one thread must take for its work to be shared: a thread that sleeps takes about a twentieth
 * of it to wake up. Tests share all work.
 */
export const WORTH_SHARING_NS = 'WORTH_SHARING_NS';
env().registerFlag(WORTH_SHARING_NS, () => 1e6);

/** About how long one thread takes, for {@link Simd.share}. */
export const nanosecondsOf = {
  multiplyAdds: (count: number): number => count / 25,
  /** Numbers that are read and written, with little to compute. */
  passed: (count: number): number => 1.4 * count,
};

/** What the module exports. `share` computes all units of the work in the control block at an address. */
type Exports = Alone & { share(control: number): void };

const isComplete = (exports: object): exports is Exports =>
  ['sumRows', 'share', 'serve'].every((name) => name in exports);

const started = new WeakMap<BackendWasm, Simd | null>();

/** The functions for a backend; null where the browser has no SIMD, and plain loops are used. */
export function simdOf(backend: BackendWasm): Simd | null {
  const known = started.get(backend);
  if (known !== undefined) return known;
  const simd = start(backend);
  started.set(backend, simd);
  return simd;
}
