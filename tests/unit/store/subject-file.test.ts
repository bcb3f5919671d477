import { unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { LabelledSet } from '@/lib/data/sets/labelled-set';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { initialWeights } from '@/lib/network/initial-weights';
import { must } from '@/lib/result';
import { readSubject, type WholeSubject, writeSubject } from '@/lib/store/subject/subject-file';
import { labelled, smallSet } from '../data/sets/support/forms';

const set: LabelledSet = { ...labelled(smallSet(30, [8, 8, 3], ['cat', 'dog'])), fit: 'stretch' };
const architecture: Architecture = {
  name: 'mine',
  input: [8, 8, 3],
  classes: ['cat', 'dog'],
  layers: [
    { id: 'input', kind: 'input' },
    { id: 'normalize', kind: 'normalize', divisor: 255 },
    { id: 'flatten', kind: 'flatten' },
    { id: 'output', kind: 'dense', units: 2, activation: 'softmax' },
  ],
};
const own = {
  set: 'set-00000001',
  seed: 1,
  count: 30,
  counts: { training: 21, heldOut: 3, test: 6 },
  first: { id: 'set-1', label: 'cat' },
};
const whole: WholeSubject = {
  network: { architecture, weights: initialWeights(must(buildPipeline(architecture)), 7), own },
  run: Uint8Array.of(1, 2, 3, 250),
  set,
};

const read = (bytes: Uint8Array<ArrayBuffer>) =>
  readSubject({ name: 'mine.zip', size: bytes.length, bytes: async () => bytes });

/** The file with some of its parts changed or taken away. */
function changed(parts: Readonly<Record<string, Uint8Array | null>>): Uint8Array<ArrayBuffer> {
  const files = { ...unzipSync(writeSubject(whole)), ...parts };
  const left = Object.entries(files).filter((entry): entry is [string, Uint8Array] => entry[1] !== null);
  return new Uint8Array(zipSync(Object.fromEntries(left)));
}
const json = (value: object) => new TextEncoder().encode(JSON.stringify(value));

test('a network with its run and its set comes back to the bit', async () => {
  const { network, run, set: images } = must(await read(writeSubject(whole)));
  expect(network).toEqual(whole.network);
  expect(run).toEqual(whole.run);
  expect(images).toEqual({ ...set });
});

test('a network that was built here has no weights, and one of the site is only named', async () => {
  const built: WholeSubject = { network: { architecture, weights: null }, run: null, set: null };
  expect(must(await read(writeSubject(built)))).toEqual(built);
  const named: WholeSubject = { network: 'digits', run: Uint8Array.of(9), set: null };
  expect(must(await read(writeSubject(named)))).toEqual(named);
});

test.each<readonly [string, Uint8Array<ArrayBuffer>, RegExp]>([
  [
    'an archive of something else',
    new Uint8Array(zipSync({ 'a.txt': Uint8Array.of(1) })),
    /no network of this site/,
  ],
  ['no archive', Uint8Array.from({ length: 90 }, (_, at) => at), /archive|damaged/],
  ['a file that is cut off', writeSubject(whole).slice(0, -40), /archive|damaged/],
  [
    'a newer form',
    changed({ 'subject.json': json({ format: 'pipeline-tracer-subject', version: 2 }) }),
    /newer/,
  ],
  [
    'a description of something else',
    changed({ 'subject.json': json({ format: 'x', version: 1 }) }),
    /no network/,
  ],
  ['a description that is none', changed({ 'subject.json': Uint8Array.of(123) }), /damaged/],
  ['missing images', changed({ 'set/pixels.bin': null }), /lacks the data set/],
  ['too few images', changed({ 'set/pixels.bin': new Uint8Array(10) }), /damaged/],
  ['a label without a class', changed({ 'set/labels.bin': new Uint8Array(60).fill(9) }), /damaged/],
])('%s is refused with a sentence', async (_, bytes, sentence) => {
  const answer = await read(bytes);
  expect(answer).toMatchObject({ ok: false });
  if (!answer.ok) expect(answer.problem.sentence).toMatch(sentence);
});

test('how the set was fitted is one of two ways, or unknown', async () => {
  const { fit: _, ...unknown } = set;
  expect(must(await read(writeSubject({ ...whole, set: unknown }))).set).toEqual(unknown);
  const other = { ...set, fit: 'squeeze' } as unknown as LabelledSet;
  expect(await read(writeSubject({ ...whole, set: other }))).toMatchObject({ ok: false });
});

test('a network without the very set that it is trained on is refused', async () => {
  const fewer = labelled(smallSet(20, [8, 8, 3], ['cat', 'dog']));
  expect(await read(writeSubject({ ...whole, set: fewer }))).toMatchObject({ ok: false });
  expect(await read(writeSubject({ ...whole, set: null }))).toMatchObject({ ok: false });
});
