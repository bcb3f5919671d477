/** What `npm run check:readers` counts as a fault: a check that never finds one would show nothing. */
import { expect, test } from 'vitest';
import { type Damaged, judge } from '@/scripts/check/readers/judge';
import { MUTATIONS } from '../interchange/support/mutations';

const mutation = (name: string) => {
  const found = MUTATIONS.find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found;
};
const about = (name: string, more: Partial<Damaged> = {}): Damaged => ({
  mutation: mutation(name),
  summed: false,
  text: false,
  layersMore: 0,
  ...more,
});

const LAYERS = [
  { id: 'input', kind: 'input' },
  { id: 'conv', kind: 'conv2d', filters: 2, stride: 1, padding: 'valid' },
  { id: 'drop', kind: 'dropout', share: 0.4 },
  { id: 'out', kind: 'dense', units: 2 },
];
const PAD = { id: 'pad', kind: 'zeroPadding', top: 1, bottom: 0, left: 2, right: 0 } as never;
const network = (layers: readonly object[] = LAYERS, values = [1, 2, -3, 4]) => ({
  architecture: JSON.stringify({ name: '', input: [8, 8, 3], classes: 2, layers }),
  values: [Float32Array.from(values)],
});
/** The network with settings of some layers changed. */
const changed = (...changes: readonly object[]) =>
  network(LAYERS.map((layer, at) => ({ ...layer, ...changes[at] })));
const outcome = (now: Parameters<typeof judge>[1], more = about('altered')) =>
  judge(network(), now, more).outcome;

test('what is refused in a sentence, or is as it was, is none', () => {
  expect(outcome({ refused: 'This file is damaged. Save it again.' })).toBe('refused');
  expect(outcome(network())).toBe('same');
  expect(outcome(changed({}, {}, { id: 'dorp' }))).toBe('same');
});

test('a reader that throws, hangs or says nothing', () => {
  for (const now of [null, { threw: 'TypeError' }, { refused: 'No.' }, { refused: 'x'.repeat(900) }])
    expect(outcome(now)).toBe('fault');
});

test('another network: a layer more, less or of another kind, and other classes', () => {
  expect(outcome(network(LAYERS.toSpliced(2, 1)))).toBe('fault');
  expect(outcome(network(LAYERS.toSpliced(2, 0, LAYERS[2])))).toBe('fault');
  expect(outcome(changed({}, { kind: 'maxPool' }))).toBe('fault');
  const { architecture, values } = network();
  expect(outcome({ architecture: architecture.replace('"classes":2', '"classes":3'), values })).toBe('fault');
});

test('a layer more that the text itself names is none, one that it doesn’t is', () => {
  const more = network(LAYERS.toSpliced(2, 0, { ...LAYERS[2], id: 'dropdrop' }));
  expect(outcome(more, about('doubled', { text: true, layersMore: 1 }))).toBe('other text');
  expect(outcome(more, about('doubled', { text: true }))).toBe('fault');
  expect(outcome(network(LAYERS.toSpliced(2, 1)), about('without', { text: true }))).toBe('fault');
});

test('of a data set, its shape and the number of its images are told, and a label may be another', () => {
  const set = (more: object) => ({
    architecture: JSON.stringify({ classes: 2, shape: [8, 8, 3], count: 24, ...more }),
    values: [],
  });
  const of = (more: object) => judge(set({}), set(more), about('altered')).outcome;
  expect(of({})).toBe('same');
  expect(of({ classes: 3 })).toBe('other settings');
  for (const more of [{ shape: [8, 7, 3] }, { count: 23 }]) expect(of(more)).toBe('fault');
});

test('one setting of one layer may be another where nothing shows it, and no more', () => {
  const one = changed({}, {}, { share: 0.5 });
  const two = changed({}, { stride: 2 }, { share: 0.5 });
  expect(outcome(one)).toBe('other settings');
  expect(outcome(two)).toBe('fault');
  expect(outcome(two, about('flipped'))).toBe('other settings');
  // Text goes on after what is missing, other forms do not.
  expect(outcome(one, about('without', { text: true }))).toBe('other settings');
  expect(outcome(one, about('without'))).toBe('fault');
  expect(outcome(one, about('cut', { text: true }))).toBe('fault');
  // The padding of a window is one setting, as a layer before it and as its own.
  const padded = LAYERS.toSpliced(1, 0, PAD);
  expect(outcome(network(padded))).toBe('other settings');
});

test('one value may be another, or all scaled by one setting, and no more', () => {
  expect(outcome(network(LAYERS, [1, 2, -3, 5]))).toBe('other numbers');
  expect(outcome(network(LAYERS, [1, 2, -4, 5]))).toBe('fault');
  expect(outcome(network(LAYERS, [0.5, 1, -1.5, 2]))).toBe('other numbers');
  expect(outcome({ ...network(), values: [] })).toBe('fault');
});

test('nothing may be another where the form keeps sums', () => {
  for (const now of [network(LAYERS, [1, 2, -3, 5]), changed({}, {}, { share: 0.5 })])
    expect(outcome(now, about('flipped', { summed: true }))).toBe('fault');
  expect(outcome(network(), about('flipped', { summed: true }))).toBe('same');
});
