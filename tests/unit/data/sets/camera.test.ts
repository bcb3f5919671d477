/** Frames from a camera as a data set. */
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { burstSplits } from '@/lib/data/sets/camera/burst-splits';
import { openCamera } from '@/lib/data/sets/camera/camera';
import {
  type CapturedClass,
  capturedSet,
  sharedName,
  withFrame,
  withoutLastBurst,
} from '@/lib/data/sets/camera/frames';
import { divided } from '@/lib/data/sets/training/divide';
import { noise } from './support/forms';

const frames = (...bursts: readonly number[]) =>
  bursts.map((burst, at) => ({ burst, pixels: noise(12, burst * 10 + at) }));
const CUP: CapturedClass = { id: 1, name: ' Cup ', frames: frames(1, 1, 3) };
const NONE: CapturedClass = { id: 2, name: 'cup', frames: [] };
const PEN: CapturedClass = { id: 3, name: 'pen', frames: frames(2, 2) };

test('each frame is in the set with its class; a class without frames is not', () => {
  const set = capturedSet('desk', [CUP, NONE, PEN], [2, 2, 3]);
  expect(set).toMatchObject({ classes: ['Cup', 'pen'], count: 5, form: 'camera' });
  expect([...set.labels]).toEqual([0, 0, 0, 1, 1]);
  const all = [...CUP.frames, ...PEN.frames];
  for (const [at, { pixels }] of all.entries())
    expect(set.pixels.subarray(at * 12, at * 12 + 12)).toEqual(pixels);
});

test('the last burst is removed, and no more', () => {
  expect(withoutLastBurst(CUP).frames).toEqual(CUP.frames.slice(0, 2));
  expect(withoutLastBurst(PEN).frames).toEqual([]);
  expect(withoutLastBurst(NONE)).toEqual(NONE);
});

test('a burst takes no frame twice in a row; another burst may begin with the same one', () => {
  const [before, last] = frames(7, 7);
  const one = { ...PEN, frames: [before, last] };
  const again = { burst: 7, pixels: last.pixels.slice() };
  expect(withFrame(one, again)).toBe(one);
  expect(withFrame(one, { ...again, burst: 8 }).frames).toHaveLength(3);
  expect(withFrame(one, { burst: 7, pixels: before.pixels }).frames).toHaveLength(3);
  again.pixels[11] ^= 1;
  expect(withFrame(one, again).frames).toHaveLength(3);
});

/** The numbers of the bursts of a class's frames: presses of one to 60 frames. */
const bursts = fc
  .array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 })
  .map((lengths) => lengths.flatMap((length, press) => Array<number>(length).fill(press + 1)));
const countOf = (splits: Uint8Array, split: number) => splits.filter((one) => one === split).length;

describe('the frames of presses', () => {
  test('have the shares of any other set: a fifth for testing, a tenth for validation, and at least one to train on', () => {
    fc.assert(
      fc.property(bursts, (all) => {
        const splits = burstSplits(all);
        const [training, validation, tested] = [0, 1, 2].map((split) => countOf(splits, split));
        expect(training).toBeGreaterThan(0);
        expect(tested).toBe(Math.min(all.length - 1, Math.max(1, Math.round(0.2 * all.length))));
        if (all.length > 2) expect(validation).toBe(Math.max(1, Math.round(0.1 * all.length)));
      }),
    );
  });

  test('of one press are never mixed: first those for training, then validation, then testing', () => {
    fc.assert(
      fc.property(bursts, (all) => {
        const splits = burstSplits(all);
        for (let at = 1; at < all.length; at++)
          if (all[at] === all[at - 1]) expect(splits[at]).toBeGreaterThanOrEqual(splits[at - 1]);
        // A press of many frames gives its own share, whatever the others do.
        for (const press of new Set(all)) {
          const own = splits.filter((_, at) => all[at] === press);
          expect(Math.abs(countOf(own, 2) - 0.2 * own.length)).toBeLessThan(2.5);
          if (own.length < 25) continue;
          expect(countOf(own, 2)).toBeGreaterThan(0);
          // Between a frame for training and one for testing there is one of validation.
          expect(countOf(own, 1)).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('of one press a class are divided, whatever the seed, and it is said', () => {
    const press = (id: number): CapturedClass => ({
      id,
      name: `class ${id}`,
      frames: Array.from({ length: 40 }, (_, at) => ({ burst: id, pixels: noise(12, id * 100 + at) })),
    });
    const set = capturedSet('desk', [press(1), press(2), press(3)], [2, 2, 3]);
    expect(set.notes).toEqual([expect.stringMatching(/^Frames of one press/)]);
    const sums = Array.from(set.labels.keys());
    for (const seed of [1, 2, 3]) {
      const { training, validation, test: tested } = divided({ ...set, sums }, seed);
      expect(tested).toEqual([0, 40, 80].flatMap((from) => sums.slice(from + 32, from + 40)));
      expect(validation).toEqual([0, 40, 80].flatMap((from) => sums.slice(from + 28, from + 32)));
      expect(training).toHaveLength(3 * 28);
    }
  });

  test('that were taken one by one are left to the draw', () => {
    const one = { ...PEN, frames: frames(1, 2, 3, 4, 5, 6, 7, 8, 9, 10) };
    const set = capturedSet('desk', [one, { ...CUP, frames: frames(11, 12, 13) }], [2, 2, 3]);
    expect([...set.splits]).toEqual(Array(13).fill(0));
    expect(set.notes).toEqual([]);
  });
});

test('two classes with frames need different names', () => {
  expect(sharedName([CUP, NONE, PEN])).toBeNull();
  expect(sharedName([CUP, { ...PEN, name: 'cUP' }])).toBe('cUP');
});

afterEach(() => vi.unstubAllGlobals());

const sentenceFor = async (mediaDevices: unknown) => {
  vi.stubGlobal('navigator', { mediaDevices });
  const opened = await openCamera(null);
  return opened.ok ? null : opened.problem.sentence;
};
const refusing = (error: unknown) => ({ getUserMedia: () => Promise.reject(error) });

test.each([
  ['NotAllowedError', /^The browser doesn’t let this page use the camera/],
  ['SecurityError', /^The browser doesn’t let this page use the camera/],
  ['NotFoundError', /^There is no camera on this device/],
  ['OverconstrainedError', /^There is no camera on this device/],
  ['NotReadableError', /^The camera can’t be used: another program may have it/],
  ['AbortError', /^The camera can’t be used: another program may have it/],
  ['InvalidStateError', /^The camera could not be started/],
])('a camera that fails by %s is one sentence', async (name, sentence) => {
  expect(await sentenceFor(refusing(new DOMException('no', name)))).toMatch(sentence);
});

test('a page that isn’t secure has no cameras, and whatever else goes wrong is said', async () => {
  expect(await sentenceFor(undefined)).toMatch(/^A page is given a camera only over HTTPS/);
  expect(await sentenceFor(refusing(new TypeError('no video')))).toBe('The camera could not be started.');
});
