import { afterEach, expect, test, vi } from 'vitest';
import { renderHook } from 'vitest-browser-react';
import { createClock } from '@/components/trace/film/clock';
import { useClock } from '@/components/trace/film/use-clock';
import { useVoice } from '@/components/trace/film/use-voice';
import type { Film } from '@/lib/provenance/film/at-time';
import { film } from './support';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A sentence as the browser is given it. */
type Spoken = Partial<Record<'onstart' | 'onend', () => void>> & {
  onerror?: (event: { error: string }) => void;
};

/** A browser with one voice; `speak` says what becomes of a sentence. Answers the list of what it was given. */
function withVoice(speak: (sentence: Spoken) => void): { texts: string[]; listAgain: () => void } {
  const texts: string[] = [];
  let listAgain: () => void = () => undefined;
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      constructor(readonly text: string) {}
    },
  );
  vi.stubGlobal('speechSynthesis', {
    // Another object each time, as browsers do it.
    getVoices: () => [{ lang: 'en-GB' }],
    speak(sentence: Spoken & { text: string }) {
      texts.push(sentence.text);
      speak(sentence);
    },
    cancel: () => undefined,
    addEventListener: (_: string, look: () => void) => {
      listAgain = look;
    },
    removeEventListener: () => undefined,
  });
  return { texts, listAgain: () => listAgain() };
}

const SENTENCES = ['One sentence.', 'And another.'];
const spoken = (clock: ReturnType<typeof createClock>) =>
  renderHook(({ of = film, on = true }: { of?: Film; on?: boolean } = {}) =>
    useVoice(clock, of, on, () => SENTENCES),
  );

function playing() {
  const clock = createClock(film);
  clock.play();
  return clock;
}

test('a voice that is never heard is given up within seconds, and the page says so', async () => {
  vi.useFakeTimers();
  withVoice(() => undefined);
  const clock = playing();
  const { result, act } = await spoken(clock);
  expect(clock.store.getState().held).toBe(0);
  expect(result.current).toEqual({ sentence: 0, missing: false });
  await act(() => vi.advanceTimersByTime(4100));
  expect(clock.store.getState().held).toBeNull();
  expect(result.current).toEqual({ sentence: null, missing: true });
  expect(clock.store.getState().playing).toBe(true);
});

test('speech that breaks off holds the film by the length of its sentence, not of its beat', async () => {
  vi.useFakeTimers();
  withVoice((sentence) => setTimeout(() => sentence.onstart?.(), 100));
  const clock = playing();
  const { result, act } = await spoken(clock);
  clock.advance(60);
  expect(clock.store.getState().time).toBeLessThan(film.beats[1].start);
  // A sentence of two words takes less than a second.
  await act(() => vi.advanceTimersByTime(2500));
  expect(clock.store.getState().held).toBe(0);
  await act(() => vi.advanceTimersByTime(2000));
  expect(result.current.missing).toBe(true);
  clock.advance(1);
  expect(clock.store.getState().time).toBeGreaterThan(film.beats[1].start);
});

test('speech that fails is not waited for, the captions go on, and the page says so until it works', async () => {
  let works = false;
  withVoice((sentence) =>
    queueMicrotask(() => {
      if (works) sentence.onend?.();
      else sentence.onerror?.({ error: 'synthesis-failed' });
    }),
  );
  const clock = playing();
  const { result, act } = await spoken(clock);
  await expect.poll(() => result.current).toEqual({ sentence: null, missing: true });
  expect(clock.store.getState()).toMatchObject({ held: null, playing: true });
  works = true;
  await act(() => clock.step('beats', 1));
  await expect.poll(() => result.current).toEqual({ sentence: null, missing: false });
});

test('speech that was stopped on purpose has not failed', async () => {
  withVoice((sentence) => queueMicrotask(() => sentence.onerror?.({ error: 'interrupted' })));
  const clock = playing();
  const { result } = await spoken(clock);
  await expect.poll(() => clock.store.getState().held).toBeNull();
  expect(result.current).toEqual({ sentence: null, missing: false });
});

test('turned off and on again, a voice is tried anew', async () => {
  withVoice((sentence) => queueMicrotask(() => sentence.onerror?.({ error: 'network' })));
  const clock = playing();
  const { result, rerender } = await spoken(clock);
  await expect.poll(() => result.current.missing).toBe(true);
  await rerender({ on: false });
  expect(result.current.missing).toBe(false);
});

test('the first sentence is spoken once, whatever is loaded meanwhile, and the film waits for it', async () => {
  const { texts, listAgain } = withVoice(() => undefined);
  const clock = playing();
  const { rerender, act } = await spoken(clock);
  expect(texts).toEqual(['One sentence.']);
  await act(() => listAgain());
  // The run has been loaded: a film of the same beats, and perhaps more.
  const later = { ...film };
  await act(() => clock.refit(later));
  await rerender({ of: later });
  expect(texts).toEqual(['One sentence.']);
  expect(clock.store.getState().held).toBe(0);
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
