import * as v from 'valibot';
import type { Step } from '@/lib/provenance/way';
import type { Cell } from '@/lib/tensor/tensor';
import type { Choice } from './learner';

const wholeNumber = v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number));
const cell = v.pipe(
  v.string(),
  v.regex(/^\d{1,6}(,\d{1,6},\d{1,6})?$/),
  v.transform((text): Cell => {
    const [first, column, channel] = text.split(',').map(Number);
    return column === undefined ? [first] : [first, column, channel];
  }),
);
/** Values one after the other: "output.3*dense.17*pool2.5.9.41". None of its signs is changed in an address. */
const way = v.pipe(
  v.string(),
  v.maxLength(600),
  v.regex(/^[\w-]{1,32}\.\d{1,6}(\.\d{1,6}\.\d{1,6})?(\*[\w-]{1,32}\.\d{1,6}(\.\d{1,6}\.\d{1,6})?)*$/),
  v.transform((text) => text.split('*').map(stepOf)),
);

function stepOf(text: string): Step {
  const [stage, ...places] = text.split('.');
  const [first, column, channel] = places.map(Number);
  return { stage, cell: column === undefined ? [first] : [first, column, channel] };
}

const writeWay = (steps: readonly Step[]): string =>
  steps.map(({ stage, cell }) => [stage, ...cell].join('.')).join('*');

const parameters = {
  picture: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
  stage: v.pipe(v.string(), v.regex(/^[\w-]{1,32}$/)),
  channel: wholeNumber,
  cell,
  epoch: wholeNumber,
  held: wholeNumber,
  compare: v.literal('difference'),
  way,
} as const;

type Name = keyof typeof parameters;
const NAMES: readonly Name[] = ['picture', 'stage', 'channel', 'cell', 'epoch', 'held', 'compare', 'way'];

export interface ReadAddress {
  readonly choice: Partial<Choice>;
  /** One sentence for every parameter that makes no sense. */
  readonly sentences: readonly string[];
}

/** Reads what an address names. Nonsense is left out and told, the rest is kept. */
export function readAddress(search: string): ReadAddress {
  const query = new URLSearchParams(search);
  const choice: { -readonly [K in keyof Choice]?: Choice[K] } = {};
  const sentences: string[] = [];
  for (const name of NAMES) {
    const text = query.get(name);
    if (text === null) continue;
    const read = v.safeParse(parameters[name], text);
    if (read.success) Object.assign(choice, { [name]: read.output });
    else sentences.push(`The link's ${name} “${text.slice(0, 40)}” makes no sense here, so it was left out.`);
  }
  return { choice, sentences };
}

/** The query that names a choice, with other parameters of the address kept. Empty or "?...". */
export function writeAddress(search: string, choice: Choice): string {
  const query = new URLSearchParams(search);
  for (const name of NAMES) {
    const value = choice[name];
    if (value === null) query.delete(name);
    else query.set(name, name === 'way' && choice.way ? writeWay(choice.way) : String(value));
  }
  const text = query.toString().replaceAll('%2C', ',');
  return text ? `?${text}` : '';
}
