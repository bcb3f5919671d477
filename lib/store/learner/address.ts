import * as v from 'valibot';
import { PARAMETERS } from '@/lib/kinds/types';
import { SUBJECT_ID } from '@/lib/network/subject';
import type { Step } from '@/lib/provenance/path';
import type { Cell } from '@/lib/tensor/tensor';
import words from '@/words/address';
import type { Choice, WeightChoice } from './learner';
import { NAMES, type Name, PINNED, parameterOf } from './write-address';

const wholeNumber = v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number));
const cell = v.pipe(
  v.string(),
  v.regex(/^\d{1,6}(,\d{1,6},\d{1,6})?$/),
  v.transform((text): Cell => {
    const [first, column, channel] = text.split(',').map(Number);
    return column === undefined ? [first] : [first, column, channel];
  }),
);
/** A path of values: "output.3*dense.17*pool2.5.9.41". An address needs no escapes for these characters. */
const path = v.pipe(
  v.string(),
  v.maxLength(600),
  v.regex(/^[\w-]{1,32}\.\d{1,6}(\.\d{1,6}\.\d{1,6})?(\*[\w-]{1,32}\.\d{1,6}(\.\d{1,6}\.\d{1,6})?)*$/),
  v.transform((text) => text.split('*').map(stepOf)),
);

/** One weight: "conv1.kernel.0.2.1.5", "dense.bias.17". */
const weight = v.pipe(
  v.string(),
  v.regex(/^[\w-]{1,32}\.(kernel(\.\d{1,6}){2,4}|(bias|gamma|beta)\.\d{1,6})$/),
  v.transform((text): WeightChoice => {
    const [stage, part, ...index] = text.split('.');
    const named = PARAMETERS.find((name) => name === part) ?? 'kernel';
    return { stage, part: named, index: index.map(Number) };
  }),
);

function stepOf(text: string): Step {
  const [stage, ...places] = text.split('.');
  const [first, column, channel] = places.map(Number);
  return { stage, cell: column === undefined ? [first] : [first, column, channel] };
}

const parameters = {
  network: v.pipe(v.string(), v.regex(SUBJECT_ID)),
  image: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
  stage: v.pipe(v.string(), v.regex(/^[\w-]{1,32}$/)),
  channel: wholeNumber,
  cell,
  epoch: wholeNumber,
  pinned: wholeNumber,
  compare: v.literal('difference'),
  path,
  of: v.pipe(
    v.literal(PINNED),
    v.transform(() => 'pinned' as const),
  ),
  weight,
} as const satisfies Record<Name, unknown>;

export interface ReadAddress {
  readonly choice: Partial<Choice>;
  /** One sentence for every invalid parameter. */
  readonly sentences: readonly string[];
}

/** Reads an address. Invalid parts are left out and reported, the rest is kept. */
export function readAddress(search: string): ReadAddress {
  const query = new URLSearchParams(search);
  const choice: { -readonly [K in keyof Choice]?: Choice[K] } = {};
  const sentences: string[] = [];
  for (const name of NAMES) {
    const parameter = parameterOf(name);
    const text = query.get(parameter);
    if (text === null) continue;
    const read = v.safeParse(parameters[name], text);
    if (read.success) Object.assign(choice, { [name]: read.output });
    else sentences.push(words.leftOut({ name: parameter, text: text.slice(0, 40) }));
  }
  return { choice, sentences };
}
