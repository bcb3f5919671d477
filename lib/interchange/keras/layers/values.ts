/** Layers that go over values one by one or channel by channel, and those of vectors. */
import * as v from 'valibot';
import { rescaling as rescaled } from '@/lib/kinds/normalize/call';
import { count } from '@/lib/kinds/parts/schema-parts';
import { ok } from '@/lib/result';
import { isMap } from '@/lib/tensor/tensor';
import words from '@/words/interchange';
import { activationNamed, bent } from './activation';
import { channelsProblem, type LayerReader, read, refuse, settings } from './reading';

const number = v.pipe(v.number(), v.finite());
const oneOrMore = v.union([number, v.pipe(v.array(number), v.minLength(1))]);
const rescalingSchema = v.object({ scale: oneOrMore, offset: v.optional(oneOrMore, 0) });
/** The reciprocal of 1/255 as a decimal is slightly off 255. */
const NEAR = 1e-6;

function snapped(scale: number): number {
  const whole = Math.round(1 / scale);
  return Math.abs(1 / scale - whole) < NEAR * Math.abs(whole) ? 1 / whole : scale;
}

export const rescaling: LayerReader = (layer) => {
  const found = settings(rescalingSchema, layer);
  if (!found.ok) return found;
  const [scales, offsets] = [[found.value.scale].flat(), [found.value.offset].flat()];
  if (scales.includes(0)) return refuse(layer, 'scale', found.value.scale, words.notZero());
  const { id: _, ...unnamed } = rescaled('', scales.map(snapped), offsets);
  return read(unnamed);
};

const normalizationSchema = v.object({
  axis: v.optional(v.union([v.number(), v.array(v.number())]), -1),
  momentum: v.optional(number, 0.99),
  epsilon: v.optional(number, 0.001),
  center: v.optional(v.boolean(), true),
  scale: v.optional(v.boolean(), true),
  renorm: v.nullish(v.boolean(), false),
});

export const batchNormalization: LayerReader = (layer, input) => {
  const found = settings(normalizationSchema, layer);
  if (!found.ok) return found;
  const { axis, momentum, epsilon, center, scale, renorm } = found.value;
  const axes = [axis].flat();
  // The batch is axis 0.
  if (axes.length !== 1 || (axes[0] !== -1 && axes[0] !== input.length))
    return refuse(layer, 'axis', axis, words.lastAxis());
  if (renorm) return refuse(layer, 'renorm', renorm, 'false');
  return ok({
    layers: [{ kind: 'batchNormalization', epsilon, momentum }],
    absent: [...(scale ? [] : ['gamma' as const]), ...(center ? [] : ['beta' as const])],
  });
};

const dropoutSchema = v.object({ rate: number, noise_shape: v.nullish(v.unknown()) });

export const dropout: LayerReader = (layer) => {
  const found = settings(dropoutSchema, layer);
  if (!found.ok) return found;
  const { rate, noise_shape: shape } = found.value;
  return shape == null ? read({ kind: 'dropout', share: rate }) : refuse(layer, 'noise_shape', shape, 'null');
};

const flattenSchema = v.object({ data_format: v.nullish(v.string()) });

/** A vector is flat already. */
export const flatten: LayerReader = (layer, input) => {
  const found = settings(flattenSchema, layer);
  if (!found.ok) return found;
  if (!isMap(input)) return read();
  return channelsProblem(layer, found.value.data_format) ?? read({ kind: 'flatten' });
};

const denseSchema = v.object({
  units: count,
  use_bias: v.optional(v.boolean(), true),
  activation: v.optional(v.unknown()),
});

export const dense: LayerReader = (layer) => {
  const found = settings(denseSchema, layer);
  if (!found.ok) return found;
  const { units, use_bias: bias } = found.value;
  const named = activationNamed(layer, found.value.activation);
  if (!named.ok) return named;
  const own = v.picklist(['linear', 'relu', 'softmax']);
  return read(
    ...bent(own, named.value, (activation) => ({ kind: 'dense', units, activation, ...(!bias && { bias }) })),
  );
};
