/** An architecture as form fields: their text, and the architecture that the text describes. */
import { settingsOf } from '@/lib/kinds/outside/builders';
import type { SettingForm, SettingName } from '@/lib/kinds/parts/setting';
import type { Layer } from '@/lib/kinds/types';
import type { Architecture } from '@/lib/network/architecture';
import words from '@/words/architecture-form';

/** The settings that a problem is about; the builder of networks has them all. */
const NAMES = [
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
  'padding',
  'activation',
] as const satisfies readonly SettingName[];

/** One setting of a layer. */
export interface LayerField {
  /** "conv1.filters" */
  readonly key: string;
  readonly layer: string;
  readonly name: (typeof NAMES)[number];
  readonly form: SettingForm;
  /** What can be chosen; empty where it is typed. */
  readonly options: readonly string[];
  /** Its present text. */
  readonly text: string;
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
  return settingsOf(layer).flatMap(({ name, form, options, text }) => {
    const known = NAMES.find((one) => one === name);
    return known ? [{ key: `${layer.id}.${known}`, layer: layer.id, name: known, form, options, text }] : [];
  });
}

/** The layers' settings as field texts: different sides as "2 × 3". */
export const architectureText = ({ layers }: Architecture): ArchitectureText =>
  Object.fromEntries(layers.flatMap(fieldsOf).map(({ key, text }) => [key, text]));

/** What a field takes. */
function taken({ name, form, layer }: LayerField): string {
  const about = { setting: words[name](), layer };
  if (form === 'sides') return words.sidesOf(about);
  return form === 'share' ? words.shareOf(about) : words.wholeNumber(about);
}

/** The architecture that the fields describe; everything without a field is taken from `base`. */
export function readArchitecture(base: Architecture, text: ArchitectureText): ReadArchitecture {
  const problems: Record<string, string> = {};
  const layers = base.layers.map((layer) =>
    fieldsOf(layer).reduce((now, field) => {
      const setting = settingsOf(now).find(({ name }) => name === field.name);
      const next = setting?.take(text[field.key] ?? '');
      if (!next) problems[field.key] = taken(field);
      return next ?? now;
    }, layer),
  );
  return { architecture: Object.keys(problems).length > 0 ? null : { ...base, layers }, problems };
}

/** How many settings differ between two architectures of the same layers. */
export function differences(one: Architecture, other: Architecture): number {
  const [a, b] = [architectureText(one), architectureText(other)];
  return Object.keys(a).filter((key) => a[key] !== b[key]).length;
}
