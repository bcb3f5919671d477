/** An architecture as the fields of a form: what stands in them, and what they make of it. */
import { CHOICES, type ChoiceName, formOf, NUMBERS, type NumberName } from '@/lib/kinds/forms';
import type { Layer } from '@/lib/kinds/types';
import type { Architecture } from '@/lib/network/architecture';
import words from '@/words/architecture-form';

/** One setting of a layer. */
export interface LayerField {
  /** "conv1.filters" */
  readonly key: string;
  readonly layer: string;
  readonly name: NumberName | ChoiceName;
  /** Null: a number is typed. */
  readonly options: readonly string[] | null;
}

export type ArchitectureText = Readonly<Record<string, string>>;

export interface ReadArchitecture {
  /** Null as long as one field holds no number. Whether its layers fit together is another matter. */
  readonly architecture: Architecture | null;
  /** One sentence for each field that can't be used, by its key. */
  readonly problems: Readonly<Record<string, string>>;
}

/** The settings of a layer, in the order in which they are asked for. */
export function fieldsOf(layer: Layer): readonly LayerField[] {
  const field = (name: LayerField['name'], options: readonly string[] | null): LayerField => ({
    key: `${layer.id}.${name}`,
    layer: layer.id,
    name,
    options,
  });
  const numbers = NUMBERS.filter((name) => name in layer).map((name) => field(name, null));
  const padding = 'padding' in layer ? [field('padding', CHOICES.padding)] : [];
  const activation = 'units' in layer ? [field('activation', CHOICES.activation)] : [];
  return [...numbers, ...padding, ...activation];
}

/** The layers' settings as they stand in the fields. */
export function architectureText({ layers }: Architecture): ArchitectureText {
  const settings = (layer: Layer) => {
    const values: Readonly<Record<string, unknown>> = { ...layer };
    return fieldsOf(layer).map(({ key, name }) => [key, String(values[name])]);
  };
  return Object.fromEntries(layers.flatMap(settings));
}

/** The architecture that the fields describe, with everything that has no field as in `base`. */
export function readArchitecture(base: Architecture, text: ArchitectureText): ReadArchitecture {
  const problems: Record<string, string> = {};
  const number = (layer: string, name: NumberName): number => {
    const key = `${layer}.${name}`;
    const typed = (text[key] ?? '').trim();
    const setting = words[name]();
    if (name === 'share') {
      if (!/^(0|0?[.,]\d{1,6})$/.test(typed)) problems[key] = words.shareOf({ setting, layer });
    } else if (!/^\d{1,6}$/.test(typed)) problems[key] = words.wholeNumber({ setting, layer });
    return Number(typed.replace(',', '.'));
  };
  const layers = base.layers.map((layer) =>
    formOf(layer)(
      layer,
      (name) => number(layer.id, name),
      (name, options, now) => options.find((option) => option === text[`${layer.id}.${name}`]) ?? now,
    ),
  );
  return { architecture: Object.keys(problems).length > 0 ? null : { ...base, layers }, problems };
}

/** How many settings of two architectures of the same layers differ. */
export function differences(one: Architecture, other: Architecture): number {
  const [a, b] = [architectureText(one), architectureText(other)];
  return Object.keys(a).filter((key) => a[key] !== b[key]).length;
}
