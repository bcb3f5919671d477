import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { type backend_util, PadV2, type TensorInfo } from '@tensorflow/tfjs-core';
import { run } from './wasm-kernel';

/** x with the padding of the convolution around it; x itself if there is none. */
export function padded(
  backend: BackendWasm,
  x: TensorInfo,
  { padInfo }: backend_util.Conv2DInfo,
): TensorInfo {
  const { top, bottom, left, right } = padInfo;
  if (Math.max(top, bottom, left, right) === 0) return x;
  const paddings = [
    [0, 0],
    [top, bottom],
    [left, right],
    [0, 0],
  ];
  return run(backend, PadV2, { x }, { paddings, constantValue: 0 });
}
