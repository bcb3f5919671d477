import type { MapShape, Tensor } from '@/lib/tensor/tensor';

/**
 * A convolution's kernel, [kernel, kernel, in, filters], as maps of kernel x kernel: one for each channel and
 * filter, the filter running fastest. The memory order is the same, so nothing is copied.
 */
export const kernelMaps = (
  shape: readonly number[],
  values: Float32Array,
): Tensor & { readonly shape: MapShape } => ({
  shape: [shape[0], shape[1], values.length / (shape[0] * shape[1])],
  values,
});
