import { settingOf } from '@/lib/kinds/outside/builders';
import type { Architecture } from '@/lib/network/architecture';
import { DRAWN_INITIALISATIONS, OPTIMIZERS, SCHEDULES, type TrainingSettings } from '@/lib/network/settings';
import type { Subject } from '@/lib/network/subject';
import { fail, ok, type Result } from '@/lib/result';
import { numberOf, rangeProblem, typed } from '@/lib/run/setting-problems';
import { readSettings, type SettingsText, trainedOn } from '@/lib/run/settings';
import words from '@/words/experiment-plan';

/**
 * The factors that can be varied, one at a time: settings of a run, or the number of filters of the
 * convolutions.
 */
export const FACTORS = [
  'learningRate',
  'batchSize',
  'optimizer',
  'filters',
  'augmentation',
  'images',
  'dropout',
  'l2',
  'initialisation',
  'schedule',
  'labelNoise',
  'shuffle',
] as const;
export type Factor = (typeof FACTORS)[number];

/** The options of chosen factors; the variants of the other factors are typed as numbers. */
export const CHOICES = {
  optimizer: OPTIMIZERS,
  initialisation: DRAWN_INITIALISATIONS,
  schedule: SCHEDULES,
  augmentation: ['none', 'mirror', 'shift', 'jitter', 'all'],
  shuffle: ['yes', 'no'],
} as const;
export type ChoiceFactor = keyof typeof CHOICES;

export const isChoice = (factor: Factor): factor is ChoiceFactor => factor in CHOICES;

/** Initial variants: far enough apart to make a difference. */
export const FIRST_VARIANTS: Readonly<Record<Factor, readonly string[]>> = {
  learningRate: [0.0001, 0.001, 0.01].map(typed),
  batchSize: ['5', '10', '50'],
  optimizer: ['sgd', 'momentum', 'adam'],
  filters: ['4', '16', '32'],
  augmentation: ['none', 'mirror', 'all'],
  images: ['100', '300', '600'],
  dropout: [0, 0.3, 0.6].map(typed),
  l2: [0, 0.0001, 0.001].map(typed),
  initialisation: ['he', 'glorot', 'normal'],
  schedule: ['constant', 'steps', 'cosine'],
  labelNoise: [0, 0.2, 0.5].map(typed),
  shuffle: ['yes', 'no'],
};

/** The network that is varied, and its training data. */
export type Varied = Pick<Subject, 'id' | 'architecture' | 'dataSet'>;

/** The factors of a network: without convolutions, no filters. */
export const factorsOf = ({ architecture }: Varied): readonly Factor[] =>
  FACTORS.filter((factor) => factor !== 'filters' || firstFilters(architecture) !== undefined);

/** What one run trains. */
export interface Condition {
  readonly settings: TrainingSettings;
  readonly architecture: Architecture;
}

/** The shift of images in pixels, and the change of brightness and contrast, where augmentation is varied. */
const SHIFT = '4';
const JITTER = '0.2';
const FILTERS = 64;

const oneOf = <T extends string>(options: readonly T[], value: string): T =>
  options.find((option) => option === value) ?? options[0];

/** The settings with a variant put in. */
function withVariant(factor: Factor, value: string, text: SettingsText): SettingsText {
  switch (factor) {
    case 'optimizer':
      return { ...text, optimizer: oneOf(OPTIMIZERS, value) };
    case 'initialisation':
      return { ...text, initialisation: oneOf(DRAWN_INITIALISATIONS, value) };
    case 'schedule':
      return { ...text, schedule: oneOf(SCHEDULES, value) };
    case 'shuffle':
      return { ...text, shuffle: value === 'yes' };
    case 'augmentation': {
      const has = (part: string) => value === part || value === 'all';
      return {
        ...text,
        mirror: has('mirror'),
        shift: has('shift') ? SHIFT : '0',
        jitter: has('jitter') ? JITTER : '0',
      };
    }
    case 'filters':
      return text;
    default:
      return { ...text, [factor]: value };
  }
}

function firstFilters({ layers }: Architecture): number | undefined {
  const [first] = layers.flatMap((layer) => settingOf(layer, 'filters') ?? []);
  return first && Number(first.text);
}

/** The network with this many filters in its first convolution; the others keep their proportion to it. */
function withFilters(architecture: Architecture, filters: number): Architecture {
  const factor = filters / (firstFilters(architecture) ?? filters);
  const layers = architecture.layers.map((layer) => {
    const own = settingOf(layer, 'filters');
    return own?.write(`${Math.max(1, Math.round(Number(own.text) * factor))}`) ?? layer;
  });
  return { ...architecture, name: `${filters} filters`, layers };
}

/**
 * The network and settings of a variant, where the other settings are as in `text`. Fails on an invalid
 * variant with the message of that setting; {@link readSettings} reports invalid other settings separately.
 */
export function conditionOf(
  { architecture, dataSet }: Varied,
  { factor, value }: { readonly factor: Factor; readonly value: string },
  text: SettingsText,
): Result<Condition> {
  if (isChoice(factor) && !CHOICES[factor].some((option) => option === value))
    return fail(words.noneOfThem({ value: value.slice(0, 20) }));
  const filters = numberOf(value);
  if (factor === 'filters') {
    const most = Math.max(FILTERS, firstFilters(architecture) ?? 0);
    const problem = rangeProblem(words.filters(), 1, most, true)(value, filters);
    if (problem) return fail(problem);
  }
  if (factor === 'images' && value.trim() === '') return fail(words.noImages());
  const { settings, problems } = readSettings(withVariant(factor, value, text), {
    ...trainedOn(dataSet),
    // A plan that is typed is bounded before this; one that is kept may be from before.
    stored: true,
  });
  if (!settings) return fail(Object.values(problems)[0]);
  const changed =
    factor === 'filters' && filters !== null ? withFilters(architecture, filters) : architecture;
  return ok({ settings, architecture: changed });
}
