/** An architecture as form fields: their text, and the architecture that the text describes. */
import { CHOICES, type ChoiceName, formOf, TYPED, type TypedName } from '@/lib/kinds/forms';
import { asSides } from '@/lib/kinds/parts/sides';
import type { Layer } from '@/lib/kinds/types';
import type { Architecture } from '@/lib/network/architecture';
import words from '@/words/architecture-form';

/** One setting of a layer. */
export interface LayerField {
  /** "conv1.filters" */
  readonly key: string;
  readonly layer: string;
  readonly name: TypedName | ChoiceName;
  /** Null: the field is typed, as a number or as the sides of a window. */
  readonly options: readonly string[] | null;
}

export type ArchitectureText = Readonly<Record<string, string>>;

export interface ReadArchitecture {
  /** Null while a field is invalid. Whether the layers fit together is checked elsewhere. */
  readonly architecture: Architecture | null;
  /** One sentence for each invalid field, by its key. */
  readonly problems: Readonly<Record<string, string>>;
}

/** The settings of a layer, in the order in which the form shows them. */
export function fieldsOf(layer: Layer): readonly LayerField[] {
  const field = (name: LayerField['name'], options: readonly string[] | null): LayerField => ({
    key: `${layer.id}.${name}`,
    layer: layer.id,
    name,
    options,
  });
  const typed = TYPED.filter((name) => name in layer).map((name) => field(name, null));
  const padding = 'padding' in layer ? [field('padding', CHOICES.padding)] : [];
  const activation = 'units' in layer ? [field('activation', CHOICES.activation)] : [];
  return [...typed, ...padding, ...activation];
}

/** The layers' settings as field texts: different sides as "2 × 3". */
export function architectureText({ layers }: Architecture): ArchitectureText {
  const settings = (layer: Layer) => {
    const values: Readonly<Record<string, unknown>> = { ...layer };
    return fieldsOf(layer).map(({ key, name }) => {
      const value = values[name];
      return [key, Array.isArray(value) ? value.join(' × ') : String(value)];
    });
  };
  return Object.fromEntries(layers.flatMap(settings));
}

/** A share, as "0.5" or "0,5". */
const SHARE = /^(0|0?[.,]\d{1,6})$/;
const WHOLE = /^\d{1,6}$/;
/** One side, or height and width: "3", "2 × 3", "2x3", "2, 3". */
const SIDES = /^(\d{1,6})(?:\s*[×x*,]\s*(\d{1,6}))?$/;

/** The architecture that the fields describe; everything without a field is taken from `base`. */
export function readArchitecture(base: Architecture, text: ArchitectureText): ReadArchitecture {
  const problems: Record<string, string> = {};
  const layers = base.layers.map((layer) => {
    const { id } = layer;
    const typed = (name: LayerField['name']) => (text[`${id}.${name}`] ?? '').trim();
    const refuse = (name: TypedName, problem: typeof words.wholeNumber) => {
      problems[`${id}.${name}`] = problem({ setting: words[name](), layer: id });
    };
    return formOf(layer)(layer, {
      number(name) {
        const entry = typed(name);
        if (name === 'share' && !SHARE.test(entry)) refuse(name, words.shareOf);
        if (name !== 'share' && !WHOLE.test(entry)) refuse(name, words.wholeNumber);
        return Number(entry.replace(',', '.'));
      },
      sides(name) {
        const [, height, width = height] = SIDES.exec(typed(name)) ?? [];
        if (height === undefined) refuse(name, words.sidesOf);
        return asSides(Number(height), Number(width));
      },
      choice: (name, options, now) => options.find((option) => option === typed(name)) ?? now,
    });
  });
  return { architecture: Object.keys(problems).length > 0 ? null : { ...base, layers }, problems };
}

/** How many settings differ between two architectures of the same layers. */
export function differences(one: Architecture, other: Architecture): number {
  const [a, b] = [architectureText(one), architectureText(other)];
  return Object.keys(a).filter((key) => a[key] !== b[key]).length;
}
