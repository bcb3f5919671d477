/**
 * `npm run check:run`: records runs of the reference network in headless Chromium, interrupts them in the middle of an
 * epoch, opens their file in an engine that knows nothing of them, resumes, and compares every loss and every weight
 * with a run that was not interrupted. Then checks that damaged, newer and foreign files are refused, in Chromium
 * and in Node. Exits with 1 where anything differs.
 */
import { isDeepStrictEqual } from 'node:util';
import { randomInt, randomLcg } from 'd3-random';
import { REFERENCE } from '@/lib/course/reference';
import type { Architecture } from '@/lib/network/architecture';
import type { TrainingSettings } from '@/lib/network/settings';
import { must } from '@/lib/result';
import { readRunFile } from '@/lib/run/run-file';
import { makeParts } from '../../build/build';
import { withLab } from '../../lab';
import type { Outcome } from '../../lab/check-run';
import { stop } from '../../project';

const BASIC = {
  optimizer: 'adam',
  learningRate: 0.001,
  batchSize: 32,
  epochs: 3,
  seed: 5,
  images: 200,
} as const;
const RUNS: Readonly<Record<string, TrainingSettings>> = {
  'Adam, nothing else set': BASIC,
  'momentum with dropout, moved and mirrored images, cosine schedule': {
    ...BASIC,
    optimizer: 'momentum',
    learningRate: 0.01,
    dropout: 0.2,
    shift: 3,
    mirror: true,
    schedule: 'cosine',
  },
  // Wrong labels only: the validation loss rises, so the run ends with the weights of an early epoch.
  'early stopping that keeps an epoch from before the interruption, balanced classes': {
    ...BASIC,
    patience: 3,
    balance: true,
    labelNoise: 1,
  },
};
const ENTRY = 'scripts/lab/check-run.ts';
const FLIPS = 100;

const problems: string[] = [];
const expect = (holds: boolean, sentence: string) => {
  console.log(`${holds ? 'holds' : 'FAILS'}: ${sentence}`);
  if (!holds) problems.push(sentence);
};

/** Records, interrupts, resumes, compares. Returns the file that was cut off. */
async function checkRun(name: string, settings: TrainingSettings): Promise<Uint8Array> {
  console.log(`\n${name}`);
  const run = await withLab(ENTRY, (ask) => ask<Outcome>('whole', settings));
  const file = await withLab(ENTRY, (ask) => ask<string>('cutOff', settings));
  const bytes = new Uint8Array(Buffer.from(file, 'base64'));
  const read = must(readRunFile(bytes, REFERENCE));
  expect(
    read.log.epochs.length === 2 && read.resumable?.network.epoch === 1,
    `Node reads the file: ${(bytes.length / 1e6).toFixed(1)} MB, epochs 0 and 1, cut off in epoch 2`,
  );
  const { losses, epochs, weights } = await withLab(ENTRY, (ask) => ask<Outcome>('goOn', file));
  const rest = run.losses.slice(-losses.length);
  const steps = Math.ceil(200 / settings.batchSize) * 2;
  expect(
    losses.length === steps && isDeepStrictEqual(losses, rest),
    `the ${losses.length} steps after opening it have the same losses, to the bit`,
  );
  expect(
    isDeepStrictEqual(epochs, run.epochs),
    `all ${epochs.length} epochs have the same figures and predictions`,
  );
  expect(weights === run.weights, 'the last weights are the same, to the bit');
  return bytes;
}

/** Files that must not be opened, with the message expected for each. */
function* badFiles(
  file: Uint8Array,
): Generator<readonly [name: string, bytes: Uint8Array, expected: RegExp]> {
  for (const share of [0, 0.001, 0.3, 0.99])
    yield [`cut off after ${share * 100} %`, file.subarray(0, Math.floor(file.length * share)), /breaks off/];
  yield ['without its last byte', file.subarray(0, -1), /breaks off/];
  yield ['of a newer version', replaced(file, '"version":"1"', '"version":"9"'), /newer version/];
  yield [
    'with another accuracy',
    replaced(file, 'heldOutAccuracy\\":0.', 'heldOutAccuracy\\":1.'),
    /damaged/,
  ];
  yield ['of another kind', new TextEncoder().encode('{"a": "image of a cat"}'), /./];
}

function replaced(file: Uint8Array, from: string, to: string): Uint8Array {
  const buffer = Buffer.from(file);
  const at = buffer.indexOf(from);
  if (at < 0) throw new Error(`${from} is not in the file`);
  buffer.write(to, at, 'latin1');
  return buffer;
}

await makeParts(['images', 'engine']);
let file = new Uint8Array();
for (const [name, settings] of Object.entries(RUNS)) file = Uint8Array.from(await checkRun(name, settings));

console.log('\nBad files');
for (const [name, bytes, expected] of badFiles(file)) {
  const read = readRunFile(bytes, REFERENCE);
  const there = await withLab(ENTRY, (ask) =>
    ask<string | null>('refusal', Buffer.from(bytes).toString('base64')),
  );
  const sentence = read.ok ? '' : read.problem.sentence;
  expect(expected.test(sentence) && there === sentence, `a file ${name}: “${sentence}”`);
}
const other: Architecture = { ...REFERENCE, name: 'other', classes: [...REFERENCE.classes].reverse() };
const foreign = readRunFile(file, other);
expect(
  !foreign.ok && /another network/.test(foreign.problem.sentence),
  'a file of a different network is refused',
);
const place = randomInt.source(randomLcg(1))(file.length);
const flipped = Array.from({ length: FLIPS }, () => {
  const bytes = Uint8Array.from(file);
  bytes[place()] ^= 4;
  return readRunFile(bytes, REFERENCE);
});
expect(
  flipped.every((read) => !read.ok),
  `${FLIPS} files with one bit changed anywhere are refused`,
);
if (problems.length > 0) stop(`${problems.length} of the checks of run files failed.`);
