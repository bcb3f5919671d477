/** How a setting of a layer is written in a field: its text, and the layer that a text makes. */
import type { LayerOf, Sides } from '../types';
import { asSides } from './sides';
import { listedNumbers, numberOf } from './typed-numbers';

/** What a field takes; the words for it are the page's. */
export type SettingForm =
  | 'count'
  | 'whole'
  | 'share'
  | 'positive'
  | 'slope'
  | 'sides'
  | 'numbers'
  | 'choice'
  | 'flag';

/** A setting of a layer. */
export interface Setting<L> {
  readonly name: SettingName;
  readonly form: SettingForm;
  /** What can be chosen; empty where it is typed. */
  readonly options: readonly string[];
  text(layer: L): string;
  /** The layer with the setting of this text; null where the text is none that the layer can have. */
  write(layer: L, text: string): L | null;
  /** The same with any text of the right form, such as a stride of 0: the network finds what is wrong with it. */
  take(layer: L, text: string): L | null;
  /** Whether this layer has the setting now; absent: always. */
  applies?(layer: L): boolean;
  /** Whether its value turns dark into bright; absent: never. */
  isInverting?(layer: L): boolean;
}

const NAMES = [
  'divisor',
  'means',
  'deviations',
  'filters',
  'kernel',
  'stride',
  'padding',
  'activation',
  'bias',
  'size',
  'slope',
  'epsilon',
  'momentum',
  'share',
  'top',
  'bottom',
  'left',
  'right',
  'units',
] as const;
export type SettingName = (typeof NAMES)[number];

/** At most six digits: anything larger is beyond every limit. */
export const LARGEST_COUNT = 999_999;
const WHOLE = /^\d{1,6}$/;
/** One side, or height and width: "3", "2 × 3", "2x3", "2, 3". */
const SIDES = /^(\d{1,6})(?:\s*[×x*,]\s*(\d{1,6}))?$/i;
/** The largest side of a window, and the widest padding: no map is larger. */
export const LARGEST_SIDE = 4096;

const wholeOf = (text: string): number | null => (WHOLE.test(text.trim()) ? Number(text) : null);

/** A typed number. Its layer keeps all other settings. */
function typed<N extends SettingName>(
  name: N,
  form: SettingForm,
  read: (text: string) => number | null,
  isValid: (value: number) => boolean,
) {
  return {
    name,
    form,
    options: [],
    text: (layer: { readonly [K in N]?: number }) => String(layer[name] ?? ''),
    take<L extends { readonly [K in N]?: number }>(layer: L, text: string): L | null {
      const value = read(text);
      return value === null ? null : { ...layer, [name]: value };
    },
    write<L extends { readonly [K in N]?: number }>(layer: L, text: string): L | null {
      const value = read(text);
      return value !== null && isValid(value) ? { ...layer, [name]: value } : null;
    },
  };
}

export const count = <N extends SettingName>(name: N) => typed(name, 'count', wholeOf, (value) => value >= 1);
export const cells = <N extends SettingName>(name: N) =>
  typed(name, 'whole', wholeOf, (value) => value <= LARGEST_SIDE);
export const share = <N extends SettingName>(name: N) =>
  typed(name, 'share', numberOf, (value) => value >= 0 && value < 1);
export const positive = <N extends SettingName>(name: N) =>
  typed(name, 'positive', numberOf, (value) => value > 0);
export const slope = typed('slope', 'slope', numberOf, (value) => value >= 0);

/** The sides of a text; null where it is none. */
function sidesOf(text: string): readonly [height: number, width: number] | null {
  const [, height, width = height] = SIDES.exec(text.trim()) ?? [];
  return height === undefined ? null : [Number(height), Number(width)];
}

export const sides = <N extends 'kernel' | 'size'>(name: N) => ({
  name,
  form: 'sides' as const,
  options: [],
  text: (layer: { readonly [K in N]: Sides }) => [layer[name]].flat().join(' × '),
  take<L extends { readonly [K in N]: Sides }>(layer: L, text: string): L | null {
    const both = sidesOf(text);
    return both && { ...layer, [name]: asSides(...both) };
  },
  write<L extends { readonly [K in N]: Sides }>(layer: L, text: string): L | null {
    const both = sidesOf(text);
    const fits = both?.every((side) => side >= 1 && side <= LARGEST_SIDE);
    return both && fits ? { ...layer, [name]: asSides(...both) } : null;
  },
});

/** One of a few words. */
export function choice<N extends 'padding' | 'activation', T extends string>(name: N, options: readonly T[]) {
  function write<L extends { readonly [K in N]: T }>(layer: L, text: string): L | null {
    const chosen = options.find((option) => option === text);
    return chosen === undefined ? null : { ...layer, [name]: chosen };
  }
  return {
    name,
    form: 'choice' as const,
    options,
    text: (layer: { readonly [K in N]: T }): string => layer[name],
    write,
    take: write,
  };
}

function writeBias<L extends { readonly bias?: boolean }>({ bias: _, ...layer }: L, text: string) {
  return text === 'no' ? { ...layer, bias: false } : layer;
}

/** Whether a bias is added; it is stated only where there is none. */
export const bias = {
  name: 'bias' as const,
  form: 'flag' as const,
  options: ['yes', 'no'],
  text: (layer: { readonly bias?: boolean }) => (layer.bias === false ? 'no' : 'yes'),
  write: writeBias,
  take: writeBias,
};

/** One number for each channel, or one for all; nothing: they are absent. */
export function numbers(name: 'means' | 'deviations'): Setting<LayerOf<'normalize'>> {
  function write(layer: LayerOf<'normalize'>, text: string): LayerOf<'normalize'> | null {
    const { [name]: _, ...rest } = layer;
    if (text.trim() === '') return rest;
    const list = listedNumbers(text).map(numberOf);
    const all = list.filter((one) => one !== null);
    if (all.length < list.length || all.length > 4 || (name === 'deviations' && all.includes(0))) return null;
    return { ...rest, [name]: all };
  }
  return {
    name,
    form: 'numbers',
    options: [],
    text: (layer) => (layer[name] ?? []).join('; '),
    isInverting: (layer) => name === 'deviations' && (layer[name] ?? []).some((one) => one < 0),
    write,
    take: write,
  };
}
