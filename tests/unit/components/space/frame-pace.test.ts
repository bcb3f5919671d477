import { describe, expect, test } from 'vitest';
import { FramePace } from '@/components/trace/space/scene/frame-pace';

/** Draws still frames until none is sharper; `took`: the milliseconds of a frame with this many pixels for each. */
function rested(pace: FramePace, took: (ratio: number) => number): number {
  for (let frame = 0; frame < 20; frame++) if (!pace.stood(took(pace.still()))) break;
  return pace.still();
}

describe('still frames', () => {
  test('begin with the pixels of the screen, and are as sharp as can be on a card', () => {
    const pace = new FramePace(() => 1);
    expect(pace.still()).toBe(1);
    expect(rested(pace, () => 16.7)).toBe(2);
  });

  test('never keep the page busy for 100 ms where the processor draws', () => {
    const pace = new FramePace(() => 1);
    const took = (ratio: number) => 33 * ratio ** 2;
    rested(pace, () => 16.7);
    // The first frames were quick by chance.
    for (let frame = 0; frame < 4; frame++) rested(pace, took);
    expect(took(pace.still())).toBeLessThanOrEqual(60);
    expect(pace.still()).toBeGreaterThan(1);
  });

  test('have the pixels of a dense screen however long they take', () => {
    const pace = new FramePace(() => 3);
    expect(rested(pace, () => 500)).toBe(2);
  });

  test('are not judged by a time in which the tab was hidden', () => {
    const pace = new FramePace(() => 1);
    rested(pace, () => 16.7);
    expect(pace.stood(60_000)).toBe(false);
    expect(pace.still()).toBe(2);
  });
});
