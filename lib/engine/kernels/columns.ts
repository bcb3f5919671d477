import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { nanosecondsOf, simdOf } from './simd/simd';
import { free, valuesOf } from './wasm-kernel';

/*
 * A batch as a matrix: a row for each place of each image, a column for each channel. Four columns at a time where they come
 * so and the browser has SIMD, else in plain loops.
 */

const LANES = 4;
const FLOAT_BYTES = 4;
/** So many rows are added up in single precision before their sums go to some in double precision; a thread takes them together. */
const ROWS_AT_ONCE = 256;

/** A number for each column. */
type Row = ArrayLike<number>;

/** Columns and rows of a batch, [images, ..., channels]. */
export function sidesOf({ shape }: TensorInfo): { readonly columns: number; readonly rows: number } {
  const columns = shape[shape.length - 1];
  return { columns, rows: util.sizeFromShape(shape) / columns };
}

/** Rows of numbers in the backend's memory, for as long as they are used there: `use` is given where each one lies. */
function laid(backend: BackendWasm, rows: readonly Row[], use: (...at: readonly number[]) => void): void {
  const infos = rows.map((row) => backend.makeOutput([row.length], 'float32'));
  infos.forEach((info, at) => {
    valuesOf(backend, info).set(rows[at]);
  });
  use(...infos.map(({ dataId }) => backend.getMemoryOffset(dataId)));
  free(backend, ...infos);
}

/** By columns: the sums of a matrix. Many values meet in a sum, so they meet in double precision. */
export function sumRows(backend: BackendWasm, matrix: TensorInfo): Float64Array {
  const { columns, rows } = sidesOf(matrix);
  const sums = new Float64Array(columns);
  const simd = columns % LANES === 0 ? simdOf(backend) : null;
  if (!simd) {
    for (const [at, value] of valuesOf(backend, matrix).entries()) sums[at % columns] += value;
    return sums;
  }
  const from = backend.getMemoryOffset(matrix.dataId);
  const bytes = columns * FLOAT_BYTES;
  addParts(backend, sums, rows, (parts, to) => {
    simd.share('sumPart', parts, [ROWS_AT_ONCE, rows, from, bytes, to], nanosecondsOf.passed(rows * columns));
  });
  return sums;
}

/** Adds up the sums that `add` gives each part of a matrix's rows, a row of sums for each part. */
function addParts(
  backend: BackendWasm,
  sums: Float64Array,
  rows: number,
  add: (parts: number, to: number) => void,
): void {
  const parts = Math.ceil(rows / ROWS_AT_ONCE);
  const found = backend.makeOutput([parts, sums.length], 'float32');
  add(parts, backend.getMemoryOffset(found.dataId));
  const values = valuesOf(backend, found);
  for (let part = 0; part < parts; part++)
    for (let column = 0; column < sums.length; column++) sums[column] += values[part * sums.length + column];
  free(backend, found);
}

/** By columns: the sums of the products of two matrices of one shape, (a - meanA) x (b - meanB). */
export function sumProducts(
  backend: BackendWasm,
  [a, meanA]: readonly [TensorInfo, Row],
  [b, meanB]: readonly [TensorInfo, Row],
): Float64Array {
  const { columns, rows } = sidesOf(a);
  const sums = new Float64Array(columns);
  const simd = columns % LANES === 0 ? simdOf(backend) : null;
  if (!simd) {
    const [first, second] = [a, b].map((info) => valuesOf(backend, info));
    for (let at = 0; at < first.length; at++) {
      const column = at % columns;
      sums[column] += (first[at] - meanA[column]) * (second[at] - meanB[column]);
    }
    return sums;
  }
  const [first, second] = [a, b].map(({ dataId }) => backend.getMemoryOffset(dataId));
  const bytes = columns * FLOAT_BYTES;
  laid(backend, [meanA, meanB], (lessA, lessB) => {
    addParts(backend, sums, rows, (parts, to) => {
      const numbers = [ROWS_AT_ONCE, rows, first, lessA, second, lessB, bytes, to];
      simd.share('sumProductsPart', parts, numbers, nanosecondsOf.passed(rows * columns));
    });
  });
  return sums;
}

/** A matrix made of two of one shape: a x factorA + b x factorB + shift, with a number of each for every column. */
export function blend(
  backend: BackendWasm,
  [a, factorA]: readonly [TensorInfo, Row],
  [b, factorB]: readonly [TensorInfo, Row],
  shift: Row,
): TensorInfo {
  const { columns, rows } = sidesOf(a);
  const answer = backend.makeOutput(a.shape, 'float32');
  const simd = columns % LANES === 0 ? simdOf(backend) : null;
  if (!simd) {
    const [first, second, to] = [a, b, answer].map((info) => valuesOf(backend, info));
    for (let at = 0; at < to.length; at++) {
      const column = at % columns;
      to[at] = first[at] * factorA[column] + second[at] * factorB[column] + shift[column];
    }
    return answer;
  }
  const [first, second, to] = [a, b, answer].map(({ dataId }) => backend.getMemoryOffset(dataId));
  laid(backend, [factorA, factorB, shift], (times, timesB, plus) => {
    const numbers = [ROWS_AT_ONCE, rows, first, times, second, timesB, plus, to, columns * FLOAT_BYTES];
    simd.share('blendPart', Math.ceil(rows / ROWS_AT_ONCE), numbers, nanosecondsOf.passed(rows * columns));
  });
  return answer;
}
