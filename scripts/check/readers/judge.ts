/**
 * What became of a damaged file, and what is wrong with that. A network that works is no proof: it may be another one than
 * was saved. Where a form keeps sums of its bytes, any difference is a fault. Elsewhere a changed bit of a weight, or of a
 * setting that no shape depends on (an epsilon, a share of dropout), can't be told from one that was meant; but it is only
 * one number, and the layers, their order, the classes and all other numbers are those of the good file; unless it is a
 * text in which, with a part of it doubled, a layer more stands, called by another name.
 */
import type { Mutation } from '@/tests/unit/interchange/support/mutations';
import type { Reading } from './reading';

/** The longest that a reader may take. */
export const LONGEST_MS = 5000;
const SHORTEST_SENTENCE = 20;
const LONGEST_SENTENCE = 800;

export const OUTCOMES = [
  'refused',
  'same',
  'other numbers',
  'other settings',
  'other text',
  'fault',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

interface Verdict {
  readonly outcome: Outcome;
  /** What is wrong. */
  readonly fault?: string;
}
const faulty = (fault: string): Verdict => ({ outcome: 'fault', fault });

/** About the file that was damaged. */
export interface Damaged {
  readonly mutation: Mutation;
  /** Whether all bytes that count have a sum, or stand twice, as in a zip archive. */
  readonly summed: boolean;
  /** Whether it is text, which goes on after a place where something is missing. */
  readonly text: boolean;
  /** How many layers more than before its text names, of itself; 0 for what is no text. */
  readonly layersMore: number;
}

/** How many values of a parameter differ; one where all are scaled alike, as by a setting. */
function differing(one: Float32Array, other: Float32Array): number {
  let count = 0;
  for (const [place, value] of one.entries()) if (!Object.is(value, other[place])) count += 1;
  if (count < 2 || one.length !== other.length) return count;
  const at = one.findIndex((value) => value !== 0);
  const ratio = other[at] / one[at];
  const isScaled = one.every((value, place) => {
    const expected = value * ratio;
    return Math.abs(other[place] - expected) <= 1e-5 * Math.abs(expected) + 1e-38;
  });
  return isScaled ? 1 : count;
}

/** How many leaves of two values differ, and the first of them. Ids aside: they are names. */
function leaves(one: unknown, other: unknown, at = ''): readonly string[] {
  if (Object.is(one, other) || at.endsWith('.id')) return [];
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other)
    return [`${at} is ${JSON.stringify(other)}, and was ${JSON.stringify(one)}`];
  const [left, right] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) =>
    leaves(left.get(key), right.get(key), `${at}.${key}`),
  );
}

type Described = Readonly<Record<string, unknown>>;
interface Network {
  readonly layers?: readonly Described[];
  readonly classes: unknown;
}

const SIDES = ['top', 'bottom', 'left', 'right'];

/** The padding of a window is one setting of a layer: in ONNX it is, and here it may be a layer of its own before it. */
function withoutPaddings(layers: readonly Described[]): readonly Described[] {
  const kept: Described[] = [];
  let around: unknown[] = [];
  for (const { id, padding, ...layer } of layers)
    if (SIDES.every((side) => side in layer)) around.push(layer);
    else {
      kept.push({ id, ...layer, padding: JSON.stringify([...around, padding]) });
      around = [];
    }
  return kept;
}

/** What was described, with the layers as they are compared; a data set has none. */
const describedBy = ({ architecture }: { readonly architecture: string }): Network => {
  const { layers, ...rest }: Network = JSON.parse(architecture);
  return layers ? { ...rest, layers: withoutPaddings(layers) } : rest;
};

/**
 * What no damage may change unnoticed: the kinds of the layers in their order and the number of classes. Of a data set its
 * shape and how many images it has; how many classes, one label says.
 */
const frameOf = ({ layers, classes, ...rest }: Network): string =>
  JSON.stringify(layers ? { kinds: layers.map(({ kind }) => kind), classes } : rest);

/** Judges what was read of a damaged file by what was read of the good one; null: it took too long. */
export function judge(
  good: Reading,
  now: Reading | null,
  { mutation, summed, text, layersMore }: Damaged,
): Verdict {
  if (now === null) return faulty(`took longer than ${LONGEST_MS} ms`);
  if ('threw' in now) return faulty(now.threw);
  if ('refused' in now) {
    const { length } = now.refused;
    const fits = length >= SHORTEST_SENTENCE && length <= LONGEST_SENTENCE;
    return fits ? { outcome: 'refused' } : faulty(`a sentence of ${length} letters`);
  }
  if (!('values' in good)) return faulty('the undamaged file was refused');
  const [was, is] = [describedBy(good), describedBy(now)];
  if (frameOf(is) !== frameOf(was)) {
    const more = (is.layers?.length ?? 0) - (was.layers?.length ?? 0);
    if (more !== 0 && more === layersMore) return { outcome: 'other text' };
    return faulty(`another one, and nothing was said: ${frameOf(is)}`);
  }
  if (now.values.length !== good.values.length) return faulty('other parameters, and nothing was said');
  const settings = leaves(was, is);
  const values = good.values.reduce((sum, one, at) => sum + differing(one, now.values[at]), 0);
  const { mostValues, mostSettings, mostSettingsOfText } = mutation;
  if (summed && values + settings.length > 0)
    return faulty(`${settings[0] ?? `${values} values are others`}, though the file keeps sums`);
  if (settings.length > (text ? mostSettingsOfText : mostSettings))
    return faulty(`${settings.length} settings are others, and nothing was said: ${settings[0]}`);
  if (values > mostValues) return faulty(`${values} values are others, and nothing was said`);
  if (settings.length > 0) return { outcome: 'other settings' };
  return { outcome: values > 0 ? 'other numbers' : 'same' };
}
