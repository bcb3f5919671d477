import * as tf from '@tensorflow/tfjs-core';
import type { ZeroPaddingLayer } from '@/lib/kinds/types';
import { maps, paddingOf } from './parts/maps';
import type { EngineRules } from './types';

export const zeroPadding: EngineRules<ZeroPaddingLayer> = {
  kernels: [],
  forward: ({ top, bottom, left, right }, input) => ({
    output: tf.pad(maps(input), paddingOf([top, bottom], [left, right])),
  }),
};
