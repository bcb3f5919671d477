/** Convolution and pooling. */
import * as v from 'valibot';
import { count } from '@/lib/kinds/parts/schema-parts';
import type { Result } from '@/lib/result';
import type { KerasLayer } from '../layer';
import { activationNamed, bent } from './activation';
import {
  channelsProblem,
  type LayerReader,
  pair,
  type Reading,
  read,
  refuse,
  settings,
  sides,
  slidingEntries,
  slidingOf,
  type Unnamed,
} from './reading';

const convSchema = v.object({
  ...slidingEntries,
  filters: count,
  kernel_size: pair,
  dilation_rate: v.optional(pair, 1),
  groups: v.optional(v.number(), 1),
  use_bias: v.optional(v.boolean(), true),
  activation: v.optional(v.unknown()),
});

export const conv2d: LayerReader = (layer) => {
  const found = settings(convSchema, layer);
  if (!found.ok) return found;
  const { filters, kernel_size: kernel, dilation_rate: dilation, groups, use_bias: bias } = found.value;
  if (dilation.some((n) => n !== 1)) return refuse(layer, 'dilation_rate', dilation, '1');
  if (groups !== 1) return refuse(layer, 'groups', groups, '1');
  const sliding = slidingOf(layer, found.value, [1, 1]);
  if (!sliding.ok) return sliding;
  const named = activationNamed(layer, found.value.activation);
  if (!named.ok) return named;
  const own = v.picklist(['linear', 'relu']);
  return read(
    ...bent(own, named.value, (activation) => ({
      kind: 'conv2d',
      filters,
      kernel: sides(kernel),
      ...sliding.value,
      activation,
      ...(!bias && { bias }),
    })),
  );
};

const poolSchema = v.object({ ...slidingEntries, pool_size: v.optional(pair, 2) });

/** Where no strides are given, windows move on by their own size. */
function pool(layer: KerasLayer, kind: 'maxPool' | 'averagePool'): Result<Reading> {
  const found = settings(poolSchema, layer);
  if (!found.ok) return found;
  const { pool_size: size } = found.value;
  const sliding = slidingOf(layer, found.value, size);
  return sliding.ok ? read({ kind, size: sides(size), ...sliding.value }) : sliding;
}

export const maxPooling: LayerReader = (layer) => pool(layer, 'maxPool');
export const averagePooling: LayerReader = (layer) => pool(layer, 'averagePool');

const globalSchema = v.object({
  keepdims: v.optional(v.boolean(), false),
  data_format: v.nullish(v.string()),
});

export const globalAveragePooling: LayerReader = (layer) => {
  const found = settings(globalSchema, layer);
  if (!found.ok) return found;
  if (found.value.keepdims) return refuse(layer, 'keepdims', true, 'false');
  const problem = channelsProblem(layer, found.value.data_format);
  return problem ?? read({ kind: 'globalAveragePool' });
};

const width = v.pipe(v.number(), v.integer(), v.minValue(0));
const both = v.strictTuple([width, width]);
const paddingSchema = v.object({
  padding: v.optional(v.union([width, both, v.strictTuple([both, both])]), 1),
  data_format: v.nullish(v.string()),
});
type Padding = v.InferOutput<typeof paddingSchema>['padding'];

/** One number for all sides, one for above and below and one for left and right, or each by itself. */
function zeros(padding: Padding): Unnamed {
  const [rows, columns] = typeof padding === 'number' ? [padding, padding] : padding;
  const [top, bottom] = typeof rows === 'number' ? [rows, rows] : rows;
  const [left, right] = typeof columns === 'number' ? [columns, columns] : columns;
  return { kind: 'zeroPadding', top, bottom, left, right };
}

export const zeroPadding: LayerReader = (layer) => {
  const found = settings(paddingSchema, layer);
  if (!found.ok) return found;
  return channelsProblem(layer, found.value.data_format) ?? read(zeros(found.value.padding));
};
