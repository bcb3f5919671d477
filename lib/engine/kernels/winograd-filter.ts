/**
 * A 3x3 filter in the form of winograd.ts, and the gradient to it from that to the form: G of Lavin and Gray (2015). The
 * functions' text is in scripts/make/kernels/winograd-filter.ts.
 */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { nanosecondsOf, PART_BYTES, type Simd } from './simd/simd';

const FLOAT_BYTES = 4;
/** How many matrices a filter becomes: one for each value of a tile, 4x4. */
export const MATRICES = 16;

/**
 * A filter, [3, 3, channels in, channels out], transformed: sixteen matrices, each as eight output channels after the other,
 * [16, channels out / 8, channels in, 8].
 */
export function transformed(backend: BackendWasm, simd: Simd, filter: TensorInfo): TensorInfo {
  const [, , inChannels, outChannels] = filter.shape;
  const answer = backend.makeOutput([MATRICES, inChannels * outChannels], 'float32');
  const [from, to] = [filter, answer].map(({ dataId }) => backend.getMemoryOffset(dataId));
  simd.share(
    'transformFilter',
    inChannels,
    [from, to, inChannels, outChannels * FLOAT_BYTES],
    nanosecondsOf.passed(util.sizeFromShape(answer.shape)),
  );
  return answer;
}

/** The gradient to a filter of this shape, from the one to its sixteen matrices, [16, channels in, channels out]. */
export function transformedBack(
  backend: BackendWasm,
  simd: Simd,
  matrices: TensorInfo,
  shape: readonly number[],
): TensorInfo {
  const gradient = backend.makeOutput([...shape], 'float32');
  const [from, to] = [matrices, gradient].map(({ dataId }) => backend.getMemoryOffset(dataId));
  const each = (util.sizeFromShape(matrices.shape) / MATRICES) * FLOAT_BYTES;
  const part = PART_BYTES / MATRICES;
  simd.share(
    'transformBack',
    Math.ceil(each / part),
    [part, each, from, to],
    nanosecondsOf.passed(util.sizeFromShape(matrices.shape)),
  );
  return gradient;
}
