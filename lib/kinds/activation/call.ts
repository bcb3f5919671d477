import * as v from 'valibot';
import { call, common, slope } from '@/lib/kinds/parts/layer-call';
import { LEAK } from '../parts/activation';
import { oneOf } from '../parts/layer-call-words';

const NAMES = ['linear', 'relu', 'sigmoid', 'tanh', 'softmax'] as const;

/** The call that creates this layer in “Try it”. */
export const layerCall = call(
  'activation',
  'activation',
  v.strictObject({
    activation: v.picklist(NAMES, oneOf(["'relu'", "'sigmoid'", "'tanh'"], "'softmax'")),
    ...common,
  }),
  ({ activation }, id) => ({ id, kind: 'activation', activation }),
);

/** The calls for activations that are layers of their own in TensorFlow.js. */
export const furtherCalls = [
  call('reLU', 'activation', v.strictObject({ ...common }), (_options, id) => ({
    id,
    kind: 'activation',
    activation: 'relu',
  })),
  call(
    'leakyReLU',
    'activation',
    v.strictObject({ alpha: v.optional(slope, LEAK), ...common }),
    ({ alpha }, id) => ({ id, kind: 'activation', activation: 'leakyRelu', slope: alpha }),
  ),
  call('softmax', 'activation', v.strictObject({ ...common }), (_options, id) => ({
    id,
    kind: 'activation',
    activation: 'softmax',
  })),
];
