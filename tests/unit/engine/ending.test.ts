import { expect, it, vi } from 'vitest';
import { ENDED, Ending } from '@/lib/engine/client/ending';

const never = new Promise<never>(() => {});

it('passes on what the work resolves or rejects with, until it has ended', async () => {
  const ending = new Ending<string>();
  expect(await ending.orElse(Promise.resolve(3))).toBe(3);
  await expect(ending.orElse(Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  const waiting = ending.orElse(never);
  ending.end('now');
  expect(await waiting).toBe(ENDED);
  expect(await ending.orElse(never)).toBe(ENDED);
  // By now nobody catches this rejection.
  expect(await ending.orElse(Promise.reject(new Error('too late')))).toBe(ENDED);
});

it('notifies each listener once, with the first reason, and late listeners at once', () => {
  const ending = new Ending<string>();
  const [early, left, late] = [vi.fn(), vi.fn(), vi.fn()];
  ending.on(early);
  ending.on(left)();
  expect(ending.over).toBe(false);
  ending.end('first');
  ending.end('second');
  ending.on(late);
  expect(ending.over).toBe(true);
  expect(early.mock.calls).toEqual([['first']]);
  expect(late.mock.calls).toEqual([['first']]);
  expect(left).not.toHaveBeenCalled();
});

it('keeps no listener after an answer was given', async () => {
  const ending = new Ending<void>();
  const on = vi.spyOn(ending, 'on');
  const answers = Array.from({ length: 5 }, (_, at) => ending.orElse(Promise.resolve(at)));
  await Promise.all(answers);
  await Promise.resolve();
  expect(on).toHaveBeenCalledTimes(5);
  expect(Reflect.get(ending, 'listeners').size).toBe(0);
});
