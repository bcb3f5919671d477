import { type BackendWasm, getThreadsCount } from '@tensorflow/tfjs-backend-wasm';
import { BINARY } from './binary';
import { Pool, type Work } from './pool';

/** Functions on the backend's own memory, four numbers at a time. The .wat files, and scripts/make/kernels/, document their arguments. */
export interface Simd {
  giveWindows(
    input: number,
    gradient: number,
    dy: number,
    dyStep: number,
    offsets: number,
    places: number,
    windows: number,
    step: number,
    bytes: number,
  ): void;
  sumRows(from: number, rows: number, bytes: number, to: number): void;
  /** Rows of a convolution's output, as many as `units`, shared by the threads. */
  convolveRows(units: number, numbers: readonly number[]): void;
  addProducts(
    x: number,
    xStep: number,
    taps: number,
    dy: number,
    bytes: number,
    places: number,
    rows: number,
    xRow: number,
    dyRow: number,
    sums: number,
  ): void;
  blendRows(
    a: number,
    factorA: number,
    b: number,
    factorB: number,
    shift: number,
    to: number,
    rows: number,
    bytes: number,
  ): void;
  sumProducts(
    a: number,
    meanA: number,
    b: number,
    meanB: number,
    rows: number,
    bytes: number,
    to: number,
  ): void;
  moveAdam(
    value: number,
    gradient: number,
    first: number,
    second: number,
    toValue: number,
    toFirst: number,
    toSecond: number,
    bytes: number,
    decay1: number,
    fresh1: number,
    decay2: number,
    fresh2: number,
    share1: number,
    share2: number,
    epsilon: number,
    rate: number,
  ): void;
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
  const { convolveRow } = exports;
  const threads = shared ? getThreadsCount() - 1 : 0;
  if (threads > 0) {
    const pool = new Pool(module, memory, threads, convolveRow);
    return { ...exports, convolveRows: (units, numbers) => pool.run(units, numbers) };
  }
  const convolveRows: Simd['convolveRows'] = (units, numbers) => {
    for (let unit = 0; unit < units; unit++) convolveRow(unit, ...numbers);
  };
  return { ...exports, convolveRows };
}

/** What the module exports. */
type Exports = Omit<Simd, 'convolveRows'> & { readonly convolveRow: Work };

const NAMES: readonly (keyof Exports)[] = [
  'giveWindows',
  'sumRows',
  'sumProducts',
  'blendRows',
  'addProducts',
  'convolveRow',
  'moveAdam',
];
const isComplete = (exports: object): exports is Exports => NAMES.every((name) => name in exports);

const started = new WeakMap<BackendWasm, Simd | null>();

/** The functions for a backend; null where the browser has no SIMD, and plain loops are used. */
export function simdOf(backend: BackendWasm): Simd | null {
  const known = started.get(backend);
  if (known !== undefined) return known;
  const simd = start(backend);
  started.set(backend, simd);
  return simd;
}
