import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { TERMS } from './simd/shared';
import { nanosecondsOf, type Simd, simdOf } from './simd/simd';
import { free, valuesOf } from './wasm-kernel';

const FLOAT_BYTES = 4;
/** Columns, or numbers of a row, that are taken together. */
const EIGHT = 8;
/** Bytes of a row of the second factor that a thread takes at a time: a line of the processor's cache. */
const PANEL_BYTES = 64;
/** Rows or columns of the product that a thread takes at a time: many tiles, and enough parts for all threads. */
const SOME = 48;

/** Sums of so many terms are added up in parts, where they aren't too many sums for the processor's cache. */
const LONG = 1024;
const FEW = 128;
/** How many parts. A number of its own, not that of the threads: the sums' bits depend on it. */
const PARTS = 16;

/** One factor of a product of two matrices, as in memory. */
export interface Factor {
  readonly matrix: TensorInfo;
  /** Whether it is stored transposed. */
  readonly turned: boolean;
}

/**
 * The product of two matrices, [rows, inner] and [inner, columns]. A factor that is stored transposed is read as it lies. Null
 * where ours does not apply: both are transposed, the side that is read in eights has another number, or there is no SIMD.
 */
export function multiply(backend: BackendWasm, a: Factor, b: Factor): TensorInfo | null {
  const [rows, inner] = a.turned ? a.matrix.shape.toReversed() : a.matrix.shape;
  const columns = b.matrix.shape[b.turned ? 0 : 1];
  const eights = b.turned ? inner : columns;
  const fits = !(a.turned && b.turned) && eights % EIGHT === 0 && Math.min(rows, inner, columns) > 0;
  const simd = fits ? simdOf(backend) : null;
  if (!simd) return null;
  const product = backend.makeOutput([rows, columns], 'float32');
  const [from, second, to] = [a.matrix, b.matrix, product].map(({ dataId }) =>
    backend.getMemoryOffset(dataId),
  );
  const places: Places = [from, rows, inner, second, columns * FLOAT_BYTES];
  const nanoseconds = nanosecondsOf.multiplyAdds(rows * inner * columns);
  // A single row lies in memory as it does turned over, and needs no rearranging of what it is multiplied with.
  if (a.turned || (rows === 1 && !b.turned)) {
    const numbers = [SOME, rows, from, second, inner, columns * FLOAT_BYTES, to];
    simd.share('multiplyTurned', Math.ceil(rows / SOME), numbers, nanoseconds);
  } else if (b.turned) {
    const numbers = [SOME, columns, from, rows, inner * FLOAT_BYTES, second, to];
    simd.share('multiplyByTurned', Math.ceil(columns / SOME), numbers, nanoseconds);
  } else if (inner >= LONG && rows <= FEW) inParts(backend, simd, places, product, nanoseconds);
  else inPanels(backend, simd, places, to, nanoseconds);
  return product;
}

type Places = readonly [from: number, rows: number, inner: number, second: number, bytes: number];

/** The terms of each sum in some parts, which are added up in the end: the second factor, the larger one, is read once. */
function inParts(
  backend: BackendWasm,
  simd: Simd,
  [from, rows, inner, second, bytes]: Places,
  product: TensorInfo,
  nanoseconds: number,
): void {
  const some = Math.ceil(inner / PARTS);
  const parts = Math.ceil(inner / some);
  const size = rows * bytes;
  const sums = backend.makeOutput([parts, size / FLOAT_BYTES], 'float32');
  const room = backend.makeOutput([simd.threads, TERMS * rows], 'float32');
  const [sumsAt, roomAt] = [sums, room].map(({ dataId }) => backend.getMemoryOffset(dataId));
  const numbers = [some, inner, from, rows, second, bytes, sumsAt, roomAt, TERMS * rows * FLOAT_BYTES];
  simd.share('multiplyPart', parts, numbers, nanoseconds);
  valuesOf(backend, product).fill(0);
  simd.sumRows(sumsAt, parts, size, backend.getMemoryOffset(product.dataId));
  free(backend, sums, room);
}

/** The second factor is rearranged as eight columns after the other, by whoever multiplies with them. */
function inPanels(
  backend: BackendWasm,
  simd: Simd,
  [from, rows, inner, second, bytes]: Places,
  to: number,
  nanoseconds: number,
): void {
  const panels = backend.makeOutput([inner, bytes / FLOAT_BYTES], 'float32');
  simd.share(
    'multiplyPanels',
    Math.ceil(bytes / PANEL_BYTES),
    [PANEL_BYTES, from, rows, inner, second, bytes, backend.getMemoryOffset(panels.dataId), to],
    nanoseconds,
  );
  free(backend, panels);
}
