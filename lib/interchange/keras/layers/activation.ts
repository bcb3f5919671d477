import * as v from 'valibot';
import type { Activation } from '@/lib/kinds/types';
import { ok, type Result } from '@/lib/result';
import type { KerasLayer } from '../layer';
import { type LayerReader, read, refuse, settings, type Unnamed } from './reading';

/** An activation by itself. */
type Bend = Extract<Unnamed, { readonly kind: 'activation' }>;

/** What Keras calls them. Its leaky ReLU has a slope of its own where it is only named. */
const BY_NAME: Readonly<Record<string, Omit<Bend, 'kind'>>> = {
  linear: { activation: 'linear' },
  relu: { activation: 'relu' },
  leaky_relu: { activation: 'leakyRelu', slope: 0.2 },
  sigmoid: { activation: 'sigmoid' },
  tanh: { activation: 'tanh' },
  softmax: { activation: 'softmax' },
};
const SUPPORTED = Object.keys(BY_NAME).join(', ');

/** One of Keras's own functions, as Keras 3 may write it; those of users lie in other modules. */
const ownFunction = v.looseObject({
  module: v.pipe(v.string(), v.startsWith('keras')),
  class_name: v.literal('function'),
  config: v.string(),
});

/** The activation that a layer names; none is linear. */
export function activationNamed(layer: KerasLayer, value: unknown): Result<Bend> {
  const name = v.is(ownFunction, value) ? value.config : (value ?? 'linear');
  if (typeof name !== 'string' || !Object.hasOwn(BY_NAME, name))
    return refuse(layer, 'activation', value, SUPPORTED);
  return ok({ kind: 'activation', ...BY_NAME[name] });
}

/** A layer with its activation: its own, where its kind has that one, else a layer after it. */
export function bent<Own extends Activation>(
  own: v.GenericSchema<Own>,
  { activation, ...bend }: Bend,
  make: (activation: Own | 'linear') => Unnamed,
): readonly Unnamed[] {
  return v.is(own, activation) ? [make(activation)] : [make('linear'), { ...bend, activation }];
}

export const activation: LayerReader = (layer) => {
  const named = activationNamed(layer, layer.config.activation);
  return named.ok ? read(named.value) : named;
};

const number = v.pipe(v.number(), v.finite());
const reluSchema = v.object({
  max_value: v.nullish(v.unknown()),
  negative_slope: v.nullish(number, 0),
  threshold: v.nullish(number, 0),
});

export const relu: LayerReader = (layer) => {
  const found = settings(reluSchema, layer);
  if (!found.ok) return found;
  const { max_value: most, negative_slope: slope, threshold } = found.value;
  if (most != null) return refuse(layer, 'max_value', most, 'null');
  if (threshold !== 0) return refuse(layer, 'threshold', threshold, '0');
  return read(
    slope === 0
      ? { kind: 'activation', activation: 'relu' }
      : { kind: 'activation', activation: 'leakyRelu', slope },
  );
};

/** Keras 2 called the slope alpha. */
const leakySchema = v.object({ alpha: v.optional(number), negative_slope: v.optional(number) });
const LEAK = 0.3;

export const leakyRelu: LayerReader = (layer) => {
  const found = settings(leakySchema, layer);
  if (!found.ok) return found;
  const slope = found.value.negative_slope ?? found.value.alpha ?? LEAK;
  return read({ kind: 'activation', activation: 'leakyRelu', slope });
};

const axisSchema = v.object({ axis: v.optional(v.unknown(), -1) });

export const softmax: LayerReader = (layer, input) => {
  const found = settings(axisSchema, layer);
  if (!found.ok) return found;
  const { axis } = found.value;
  if (axis !== -1 && axis !== input.length) return refuse(layer, 'axis', axis, '-1');
  return read({ kind: 'activation', activation: 'softmax' });
};
