import { afterEach, expect, test, vi } from 'vitest';
import { renderHook } from 'vitest-browser-react';
import { createClock } from '@/components/trace/film/clock';
import { useClock } from '@/components/trace/film/use-clock';
import { useVoice } from '@/components/trace/film/use-voice';
import { film } from './support';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A browser with one voice; `speak` says what becomes of a sentence. */
function withVoice(speak: (utterance: { onend?: () => void; onerror?: () => void }) => void): void {
  vi.stubGlobal('SpeechSynthesisUtterance', class {});
  vi.stubGlobal('speechSynthesis', {
    getVoices: () => [{ lang: 'en-GB' }],
    speak,
    cancel: () => undefined,
  });
}

const spoken = (clock: ReturnType<typeof createClock>) =>
  renderHook(() => useVoice(clock, film, true, () => ['One sentence.', 'And another.']));

test('speech that breaks off without a word holds the film for a while, and no longer', async () => {
  vi.useFakeTimers();
  withVoice(() => undefined);
  const clock = createClock(film);
  clock.play();
  await spoken(clock);
  expect(clock.store.getState().held).toBe(0);
  clock.advance(60);
  expect(clock.store.getState().time).toBeLessThan(film.beats[1].start);
  vi.advanceTimersByTime(2.6 * film.beats[0].beat.seconds * 1000);
  expect(clock.store.getState().held).toBeNull();
  clock.advance(1);
  expect(clock.store.getState().time).toBeGreaterThan(film.beats[1].start);
});

test('speech that fails is not waited for, and the captions go on', async () => {
  withVoice((utterance) => queueMicrotask(() => utterance.onerror?.()));
  const clock = createClock(film);
  clock.play();
  const { result } = await spoken(clock);
  await expect.poll(() => clock.store.getState().held).toBeNull();
  expect(result.current).toEqual({ sentence: null, missing: false });
  expect(clock.store.getState().playing).toBe(true);
});

test('a tab in the background: the film stands still, and goes on where it was', async () => {
  const frames: FrameRequestCallback[] = [];
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback));
  const { result } = await renderHook(() => useClock(film));
  const clock = result.current;
  clock.play();
  await expect.poll(() => frames.length).toBeGreaterThan(0);
  const frame = (now: number) => {
    for (const callback of frames.splice(0)) callback(now);
  };
  frame(1000);
  frame(1016);
  const { time } = clock.store.getState();
  expect(time).toBeCloseTo(0.016, 6);
  // The next frame comes after an hour.
  frame(3_600_000);
  expect(clock.store.getState().time).toBeLessThanOrEqual(time + 0.25);
  expect(clock.store.getState().playing).toBe(true);
});
