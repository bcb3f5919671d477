import type { Optimizer, TrainingSettings } from '@/lib/engine/protocol';

/** What stands in the fields, as typed. */
export type SettingsText = Readonly<Record<Exclude<keyof TrainingSettings, 'optimizer'>, string>> & {
  readonly optimizer: Optimizer;
};

export type SettingsProblems = Readonly<Partial<Record<keyof TrainingSettings, string>>>;

export interface ReadSettings {
  /** Null as long as one field has a problem. */
  readonly settings: TrainingSettings | null;
  /** One sentence for each field that can't be used. */
  readonly problems: SettingsProblems;
}

export const OPTIMIZERS: readonly Optimizer[] = ['sgd', 'momentum', 'adam', 'rmsprop'];
const LARGEST_RATE = 1;
const MOST_EPOCHS = 100;
const LARGEST_SEED = 999_999;

/** A number as people write it: "0.001", ".5", "1e-3". Null for anything else, NaN and infinity too. */
function numberOf(text: string): number | null {
  const trimmed = text.trim();
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed)) return null;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value : null;
}

const quoted = (text: string) => `“${text.trim().slice(0, 20)}”`;

function rateProblem(text: string, value: number | null): string | null {
  if (text.trim() === '') return 'Give a learning rate, for example 0.001.';
  if (value === null) return `${quoted(text)} is no number; a learning rate is one, for example 0.001.`;
  if (value === 0) return 'With a learning rate of 0 no weight ever moves, so nothing is learned.';
  if (value < 0) return 'A negative learning rate climbs the loss instead of going down; give one above 0.';
  if (value > LARGEST_RATE)
    return `A learning rate above ${LARGEST_RATE} throws the weights out of range at the first step; 0.001 is a good one to begin with.`;
  return null;
}

/** What is wrong with a whole number between two bounds that are named in the sentence. */
function wholeProblem(
  text: string,
  value: number | null,
  what: string,
  low: number,
  high: number,
): string | null {
  if (value === null || !Number.isInteger(value) || value < low || value > high) {
    const given = text.trim() === '' ? 'Nothing' : quoted(text);
    return `${given} does not work as ${what}; give a whole number from ${low} to ${high}.`;
  }
  return null;
}

function batchProblem(text: string, value: number | null, pictures: number): string | null {
  if (value !== null && Number.isInteger(value) && value > pictures)
    return `A batch of ${value} is larger than the ${pictures} training pictures there are; give at most ${pictures}.`;
  return wholeProblem(text, value, 'a batch size', 1, pictures);
}

function epochsProblem(text: string, value: number | null): string | null {
  if (value === 0) return 'With 0 epochs nothing is trained; give at least 1.';
  return wholeProblem(text, value, 'a number of epochs', 1, MOST_EPOCHS);
}

/**
 * Reads the fields of the training form. `pictures` is how many training pictures there are, which bounds the batch.
 * Every field that can't be used gets one sentence, the others are still read.
 */
export function readSettings(text: SettingsText, pictures: number): ReadSettings {
  const learningRate = numberOf(text.learningRate);
  const batchSize = numberOf(text.batchSize);
  const epochs = numberOf(text.epochs);
  const seed = numberOf(text.seed);
  const found = {
    learningRate: rateProblem(text.learningRate, learningRate),
    batchSize: batchProblem(text.batchSize, batchSize, pictures),
    epochs: epochsProblem(text.epochs, epochs),
    seed: wholeProblem(text.seed, seed, 'a seed', 0, LARGEST_SEED),
  };
  const problems: Partial<Record<keyof TrainingSettings, string>> = {};
  for (const [field, sentence] of Object.entries(found))
    if (sentence) Object.assign(problems, { [field]: sentence });
  const good = Object.keys(problems).length === 0;
  if (!good || learningRate === null || batchSize === null || epochs === null || seed === null)
    return { settings: null, problems };
  return { settings: { optimizer: text.optimizer, learningRate, batchSize, epochs, seed }, problems };
}

/** Settings as they stand in the fields. */
export const settingsText = (settings: TrainingSettings): SettingsText => ({
  optimizer: settings.optimizer,
  learningRate: String(settings.learningRate),
  batchSize: String(settings.batchSize),
  epochs: String(settings.epochs),
  seed: String(settings.seed),
});
