import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { backend_util, TensorInfo } from '@tensorflow/tfjs-core';
import { valuesOf } from './wasm-kernel';

/**
 * x with the padding of the convolution around it; x itself if there is none. Line by line: the backend's own kernel took
 * a thirtieth of a step of the photographs' network.
 */
export function padded(
  backend: BackendWasm,
  x: TensorInfo,
  { padInfo, batchSize, inHeight, inWidth, inChannels }: backend_util.Conv2DInfo,
): TensorInfo {
  const { top, bottom, left, right } = padInfo;
  if (Math.max(top, bottom, left, right) === 0) return x;
  const [height, width] = [top + inHeight + bottom, left + inWidth + right];
  const answer = backend.makeOutput([batchSize, height, width, inChannels], 'float32');
  const [from, to] = [x, answer].map((info) => valuesOf(backend, info));
  to.fill(0);
  const line = inWidth * inChannels;
  for (let image = 0; image < batchSize; image++)
    for (let row = 0; row < inHeight; row++) {
      const at = (image * inHeight + row) * line;
      to.set(from.subarray(at, at + line), ((image * height + top + row) * width + left) * inChannels);
    }
  return answer;
}
