import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type * as tf from '@tensorflow/tfjs-core';
import type { Simd } from '../simd/simd';
import { free } from '../wasm-kernel';
import { windowList } from './max-pool';

const FLOAT_BYTES = 4;

/** Where a convolution writes. */
export interface Target {
  /** The address of its first value. */
  readonly at: number;
  /** What it is given besides, where it is followed by a pooling; see scripts/make/kernels/largest.ts. */
  readonly pooling: readonly number[] | null;
  /** Frees what lay between, and returns the output. */
  output(): tf.TensorInfo;
}

/** All outputs of a convolution, [images, rows, columns, channels]. */
export function wholeTarget(backend: BackendWasm, { outShape }: tf.backend_util.Conv2DInfo): Target {
  const output = backend.makeOutput(outShape, 'float32');
  return { at: backend.getMemoryOffset(output.dataId), pooling: null, output: () => output };
}

/**
 * Only the largest under each window of a pooling, [images, rows of windows, ...]: each thread has room for as many images of
 * the convolution as it takes at a time. Null where the pooling has no fast function.
 */
export function largestTarget(
  backend: BackendWasm,
  { threads }: Simd,
  pool: tf.backend_util.Conv2DInfo,
  images: number,
): Target | null {
  const list = windowList(backend, pool);
  if (!list) return null;
  const { inHeight, inWidth, inChannels, outHeight, outWidth } = pool;
  const room = backend.makeOutput([threads, images * inHeight * inWidth * inChannels], 'float32');
  const output = backend.makeOutput(pool.outShape, 'float32');
  const [at, to] = [room, output].map(({ dataId }) => backend.getMemoryOffset(dataId));
  return {
    at,
    pooling: [list.at, list.rows, to, outHeight * outWidth * inChannels * FLOAT_BYTES],
    output() {
      list.free();
      free(backend, room);
      return output;
    },
  };
}
