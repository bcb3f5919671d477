/** Duplicates, images that look alike, statistics, and what is wrong with a set. */
import { describe, expect, test } from 'vitest';
import { type Edit, edited, unchanged } from '@/lib/data/sets/edit/edited-set';
import type { LabelledSet } from '@/lib/data/sets/labelled-set';
import {
  countFindings,
  distinctCounts,
  findingKey,
  groupsOf,
  pixelFindings,
} from '@/lib/data/sets/look/findings';
import { Statistics } from '@/lib/data/sets/look/statistics';
import { Surveying } from '@/lib/data/sets/look/survey';
import { cardOf } from '@/lib/data/sets/take/card-of';
import { must } from '@/lib/result';
import { labelled, smallSet } from './support/forms';

function surveyed(set: LabelledSet) {
  const survey = new Surveying(set.count, set.shape);
  const half = Math.floor(set.count / 2) * (set.pixels.length / set.count);
  survey.add(set.pixels.subarray(0, half));
  survey.add(set.pixels.subarray(half));
  const comparing = survey.finish();
  for (;;) {
    const step = comparing.next();
    if (step.done) return step.value;
  }
}

const SIDE = 24;
/** Slopes and waves, different for each number, brighter by `more`. */
const wave = (nth: number, more = 0) =>
  Uint8Array.from({ length: SIDE * SIDE * 3 }, (_, at) => {
    const [x, y] = [Math.floor(at / 3) % SIDE, Math.floor(at / 3 / SIDE)];
    return (
      (at % 3) * 8 +
      100 +
      more +
      90 * Math.sin(x * (0.2 + nth * 0.17) + nth * 2) * Math.cos(y * (0.15 + nth * 0.11) + nth)
    );
  });
const set = (
  images: readonly Uint8Array<ArrayBuffer>[],
  labels: readonly number[],
  splits: readonly number[] = [],
) =>
  labelled(
    { height: SIDE, width: SIDE, channels: 3, classes: ['cat', 'dog', 'frog'], images, labels },
    splits,
  );

const kinds = (one: LabelledSet) => pixelFindings(unchanged(one), surveyed(one)).map(({ kind }) => kind);

describe('duplicates', () => {
  test('the same pixels are found however far apart, and images that look alike as well', () => {
    const some = set([wave(1), wave(2), wave(3), wave(1, 4), wave(2), wave(4)], [0, 1, 2, 0, 1, 2]);
    const { sameAs, looksLike } = surveyed(some);
    expect([...sameAs]).toEqual([0, 1, 2, 3, 1, 5]);
    expect([...looksLike]).toEqual([0, 1, 2, 0, 1, 5]);
    expect(groupsOf(looksLike, Uint32Array.from([0, 1, 2, 3, 4, 5]))).toEqual([
      [0, 3],
      [1, 4],
    ]);
  });

  test('images that look alike are counted as one original, in the set and in each split', () => {
    const images = [wave(1), wave(2), wave(3), wave(1, 4), wave(2), wave(4)];
    const some = set(images, [0, 1, 2, 0, 1, 2], [0, 0, 1, 2, 0, 2]);
    const of = (there: Uint8Array<ArrayBuffer>) =>
      distinctCounts({ ...unchanged(some), there }, surveyed(some));
    expect(of(Uint8Array.of(1, 1, 1, 1, 1, 1))).toEqual({
      counted: 'byLooks',
      images: 6,
      pixels: 5,
      originals: 4,
      originalsIn: { training: 2, validation: 1, test: 2 },
    });
    // The first of a group was deleted: its other version stands for the original.
    expect(of(Uint8Array.of(0, 1, 1, 1, 1, 1))).toMatchObject({ images: 5, originals: 4 });
  });

  test('recorded originals are the only count, until images are deleted or go to another split', () => {
    const originals = { training: 2, validation: 0, test: 1 };
    const made = unchanged({
      ...set([wave(1), wave(2), wave(3), wave(4)], [0, 1, 2, 0], [0, 0, 0, 2]),
      originals,
    });
    expect(distinctCounts(made, null)).toMatchObject({ counted: 'recorded', pixels: null, originals: 3 });
    const survey = surveyed(made);
    const changed = (edit: Edit) => distinctCounts(must(edited(made, edit)), survey);
    expect(changed({ kind: 'relabel', places: [0], label: 1 })).toMatchObject({
      counted: 'recorded',
      pixels: 4,
      originalsIn: originals,
    });
    for (const edit of [
      { kind: 'delete', places: [3] },
      { kind: 'move', places: [3], split: 'training' },
    ] as const)
      expect(changed(edit)).toMatchObject({ counted: 'byLooks' });
    expect(JSON.parse(cardOf(made, survey, [])).distinct).toMatchObject({
      counted: 'recorded',
      originals: 3,
    });
  });

  test('mirror images are found, not those that are their own, and which of a pair is trained on', () => {
    const flipped = (image: Uint8Array<ArrayBuffer>) =>
      image.map((_, at) => {
        const [pixel, channel] = [Math.floor(at / 3), at % 3];
        const [x, y] = [pixel % SIDE, Math.floor(pixel / SIDE)];
        return image[(y * SIDE + SIDE - 1 - x) * 3 + channel];
      });
    const ball = Uint8Array.from({ length: SIDE * SIDE * 3 }, (_, at) => {
      const [x, y] = [Math.floor(at / 3) % SIDE, Math.floor(at / 3 / SIDE)];
      return 250 - 8 * Math.hypot(x - (SIDE - 1) / 2, y - 4);
    });
    const images = [wave(1), ball, wave(2), flipped(wave(1)), ball, wave(3), flipped(wave(2))];
    const some = set(images, [0, 1, 2, 0, 1, 2, 2], [0, 0, 0, 2, 0, 0, 0]);
    expect([...surveyed(some).mirrorOf]).toEqual([0, 1, 2, 0, 4, 5, 2]);
    const found = (there: Uint8Array<ArrayBuffer>) =>
      pixelFindings({ ...unchanged(some), there }, surveyed(some)).find(({ kind }) => kind === 'mirrored');
    expect(found(new Uint8Array(7).fill(1))).toEqual({
      kind: 'mirrored',
      count: 2,
      leaks: 1,
      places: [3, 0, 6, 2],
    });
    expect(found(Uint8Array.of(0, 1, 1, 1, 1, 1, 0))).toBeUndefined();
  });

  test('the card of an archive says how many originals there are, or that nobody counted', () => {
    const some = set([wave(1), wave(2), wave(1, 4)], [0, 1, 2]);
    const card = (survey: ReturnType<typeof surveyed> | null) =>
      JSON.parse(cardOf(unchanged(some), survey, [])).distinct;
    expect(card(surveyed(some))).toMatchObject({ images: 3, originals: 2 });
    expect(card(null)).toBe('not counted');
  });

  test('noise looks like nothing else, at any size', () => {
    for (const shape of [
      [3, 5, 1],
      [9, 9, 3],
      [40, 17, 3],
    ] as const) {
      const noise = labelled(smallSet(60, shape, ['a', 'b']));
      const { looksLike } = surveyed(noise);
      expect([...looksLike]).toEqual([...looksLike.keys()]);
    }
  });

  test('a copy in the test set is a leak, whether exact or alike; within one split it is only a copy', () => {
    const images = [wave(1), wave(2), wave(3)];
    expect(kinds(set([...images, wave(1)], [0, 1, 2, 0], [0, 0, 0, 2]))).toEqual(['leak', 'copies']);
    expect(kinds(set([...images, wave(1, 4)], [0, 1, 2, 0], [0, 0, 0, 2]))).toEqual(['nearLeak', 'alike']);
    expect(kinds(set([...images, wave(1)], [0, 1, 2, 0]))).toEqual(['copies']);
    expect(kinds(set(images, [0, 1, 2]))).toEqual([]);
  });

  test('identical images with different labels are named with their places', () => {
    const some = set([wave(1), wave(2), wave(1)], [0, 1, 2]);
    expect(pixelFindings(unchanged(some), surveyed(some))[0]).toEqual({
      kind: 'conflict',
      groups: 1,
      places: [0, 2],
    });
  });

  test('deleted images are in no finding', () => {
    const some = set([wave(1), wave(2), wave(1)], [0, 1, 2]);
    const without = { ...unchanged(some), there: Uint8Array.of(1, 1, 0) };
    expect(pixelFindings(without, surveyed(some))).toEqual([]);
  });

  test('plain images and grey ones in a colour set are found', () => {
    const grey = wave(1).map((_, at, all) => all[at - (at % 3)]);
    const found = pixelFindings(
      unchanged(
        set([wave(5), wave(6), new Uint8Array(SIDE * SIDE * 3).fill(9), wave(7), grey], [0, 1, 2, 0, 1]),
      ),
      surveyed(
        set([wave(5), wave(6), new Uint8Array(SIDE * SIDE * 3).fill(9), wave(7), grey], [0, 1, 2, 0, 1]),
      ),
    );
    expect(found).toMatchObject([
      { kind: 'plain', places: [2] },
      { kind: 'grey', places: [2, 4] },
    ]);
  });
});

describe('counts', () => {
  test('one class, an empty one, few images and uneven classes', () => {
    const of = (labels: readonly number[]) =>
      countFindings(unchanged(labelled({ ...smallSet(labels.length, [2, 2, 1], ['a', 'b', 'c']), labels })));
    expect(of(Array(20).fill(1))).toMatchObject([
      { kind: 'oneClass', name: 'b' },
      { kind: 'empty', names: ['a', 'c'] },
    ]);
    const labels = [...Array(40).fill(0), ...Array(10).fill(1), ...Array(4).fill(2)];
    expect(of(labels)).toEqual([
      { kind: 'few', names: ['c'], places: [50, 51, 52, 53] },
      { kind: 'uneven', most: 'a', least: 'c', times: 10, places: [50, 51, 52, 53] },
    ]);
  });
});

test('a class without images in a part where others are measured', () => {
  const LABELS = [...Array(20).fill(0), ...Array(20).fill(1)];
  const some = labelled({ ...smallSet(40, [2, 2, 1], ['a', 'b', 'c']), labels: LABELS });
  // A tenth of the first class is tested; none is for validation, which is drawn then.
  const splits = Uint8Array.from(LABELS, (label, at) => (label === 0 && at < 2 ? 2 : 0));
  const found = countFindings({ ...unchanged(some), splits });
  expect(found).toMatchObject([
    { kind: 'empty', names: ['c'] },
    { kind: 'unmeasured', split: 'test', names: ['b'] },
  ]);
  expect(found.map(findingKey)).toEqual(['empty', 'unmeasured test']);
});

test('mean image, channels’ means and deviations are those of the definition', () => {
  const some = smallSet(9, [3, 4, 3], ['a', 'b']);
  const statistics = new Statistics(2, [3, 4, 3]);
  const all = labelled(some);
  statistics.add(all.pixels.subarray(0, 36 * 4), (nth) => some.labels[nth]);
  statistics.add(all.pixels.subarray(36 * 4), (nth) => (nth === 4 ? null : some.labels[nth + 4]));
  const [first] = statistics.finish();
  const mine = some.images.filter((_, at) => at % 2 === 0 && at !== 8);
  expect(first.count).toBe(4);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  expect([...first.mean]).toEqual(
    Array.from({ length: 36 }, (_, at) => Math.round(mean(mine.map((image) => image[at])))),
  );
  for (const channel of [0, 1, 2]) {
    const values = mine.flatMap((image) => [...image].filter((_, at) => at % 3 === channel));
    const middle = mean(values);
    expect(first.means[channel]).toBeCloseTo(middle, 9);
    expect(first.deviations[channel]).toBeCloseTo(
      Math.sqrt(mean(values.map((value) => (value - middle) ** 2))),
      9,
    );
  }
});
