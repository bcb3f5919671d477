import * as v from 'valibot';
import { call, common, count, padding, sides, stride, yesOrNo } from '@/lib/kinds/parts/layer-call';
import { oneOf } from '../parts/layer-call-words';

/** The call that creates this layer in “Try it”. */
export const layerCall = call(
  'conv2d',
  'conv2d',
  v.strictObject({
    filters: count,
    kernelSize: sides,
    strides: v.optional(stride, 1),
    padding: v.optional(padding, 'valid'),
    activation: v.optional(v.picklist(['linear', 'relu'], oneOf(["'relu'"], "'linear'")), 'linear'),
    useBias: v.optional(yesOrNo, true),
    ...common,
  }),
  ({ filters, kernelSize, strides, padding, activation, useBias }, id) => ({
    id,
    kind: 'conv2d',
    filters,
    kernel: kernelSize,
    stride: strides,
    padding,
    activation,
    ...(!useBias && { bias: false }),
  }),
);
