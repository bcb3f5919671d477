/** The settings of a layer as form fields: typed numbers and chosen words. */
import type { Layer, LayerKind, LayerOf, Sides } from './types';

/** Typed fields, in the order in which the form shows them. */
export const TYPED = [
  'divisor',
  'filters',
  'kernel',
  'size',
  'units',
  'stride',
  'share',
  'top',
  'bottom',
  'left',
  'right',
] as const;
export const CHOICES = { padding: ['valid', 'same'], activation: ['linear', 'relu', 'softmax'] } as const;
const BENDS = ['linear', 'relu', 'leakyRelu', 'sigmoid', 'tanh', 'softmax'] as const;
export type TypedName = (typeof TYPED)[number];
/** Fields that hold the sides of a window: one number, or height and width. All others hold a number. */
type SidesName = 'kernel' | 'size';
type NumberName = Exclude<TypedName, SidesName>;
export type ChoiceName = keyof typeof CHOICES;

/** The contents of the fields. */
interface Fields {
  number(name: NumberName): number;
  sides(name: SidesName): Sides;
  /** The chosen option; `now` where the field holds none of the options. */
  choice<T extends string>(name: ChoiceName, options: readonly T[], now: T): T;
}

/** A layer with the settings of its fields, and all others unchanged. */
type Form<L extends Layer> = (layer: L, fields: Fields) => L;

const FORMS: { readonly [K in LayerKind]: Form<LayerOf<K>> } = {
  input: (layer) => layer,
  normalize: (layer, { number }) => ({ ...layer, divisor: number('divisor') }),
  conv2d: (layer, { number, sides, choice }) => ({
    ...layer,
    filters: number('filters'),
    kernel: sides('kernel'),
    stride: number('stride'),
    padding: choice('padding', CHOICES.padding, layer.padding),
  }),
  maxPool: (layer, { number, sides, choice }) => ({
    ...layer,
    size: sides('size'),
    stride: number('stride'),
    padding: choice('padding', CHOICES.padding, layer.padding),
  }),
  averagePool: (layer, { number, sides, choice }) => ({
    ...layer,
    size: sides('size'),
    stride: number('stride'),
    padding: choice('padding', CHOICES.padding, layer.padding),
  }),
  globalAveragePool: (layer) => layer,
  activation: (layer, { choice }) => ({
    ...layer,
    activation: choice('activation', BENDS, layer.activation),
  }),
  batchNormalization: (layer) => layer,
  dropout: (layer, { number }) => ({ ...layer, share: number('share') }),
  zeroPadding: (layer, { number }) => ({
    ...layer,
    top: number('top'),
    bottom: number('bottom'),
    left: number('left'),
    right: number('right'),
  }),
  flatten: (layer) => layer,
  dense: (layer, { number, choice }) => ({
    ...layer,
    units: number('units'),
    activation: choice('activation', CHOICES.activation, layer.activation),
  }),
};

/** The form of a layer of this kind, typed for that layer. */
export const formOf = <K extends LayerKind>(layer: LayerOf<K> & { readonly kind: K }): Form<LayerOf<K>> =>
  FORMS[layer.kind];
