/** Frames from a camera as a data set. */
import { afterEach, expect, test, vi } from 'vitest';
import { openCamera } from '@/lib/data/sets/camera/camera';
import {
  type CapturedClass,
  capturedSet,
  sharedName,
  withFrame,
  withoutLastBurst,
} from '@/lib/data/sets/camera/frames';
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
