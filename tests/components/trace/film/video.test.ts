import { ALL_FORMATS, BlobSource, Input } from 'mediabunny';
import { expect, test, vi } from 'vitest';
import { createClock } from '@/components/trace/film/clock';
import { FRAMES_A_SECOND } from '@/components/trace/film/video/encode';
import { HEIGHT, linesOf, WIDTH } from '@/components/trace/film/video/frame';
import { type Recording, record } from '@/components/trace/film/video/record';
import { film, look, subject } from './support';

const recording = (change: Partial<Recording>): Recording => ({
  film,
  clock: createClock(film),
  from: 9.5,
  to: 10.5,
  look,
  subject: () => subject,
  asked: () => null,
  onProgress: () => undefined,
  signal: new AbortController().signal,
  ...change,
});

test('a part of the film becomes a video file with its frames', async () => {
  const made = await record(recording({}));
  if (!made.ok || !made.value) throw new Error('nothing was recorded');
  const input = new Input({ source: new BlobSource(made.value.file), formats: ALL_FORMATS });
  const track = await input.getPrimaryVideoTrack();
  expect(track).toMatchObject({ displayWidth: WIDTH, displayHeight: HEIGHT });
  expect(await input.computeDuration()).toBeCloseTo(1, 1);
  const { packetCount } = (await track?.computePacketStats()) ?? {};
  expect(packetCount).toBe(FRAMES_A_SECOND);
});

test('a recording that is cancelled saves nothing', async () => {
  const stop = new AbortController();
  const made = await record(recording({ to: 20, signal: stop.signal, onProgress: () => stop.abort() }));
  expect(made).toEqual({ ok: true, value: null });
});

test('a browser that encodes no video says so', async () => {
  vi.stubGlobal('VideoEncoder', undefined);
  const made = await record(recording({}));
  vi.unstubAllGlobals();
  expect(made).toMatchObject({ ok: false, problem: { sentence: expect.stringContaining('video') } });
});

test('a caption is broken between words into lines that fit', () => {
  const lines = linesOf('one two three four', 9, (line) => line.length);
  expect(lines).toEqual(['one two', 'three', 'four']);
  expect(linesOf('incomprehensible', 4, (line) => line.length)).toEqual(['incomprehensible']);
});
