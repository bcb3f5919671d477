import { afterEach, expect, test, vi } from 'vitest';
import { createEngine } from '@/lib/engine/client/client';
import { OWN } from '@/lib/network/handle';
import { must } from '@/lib/result';
import { SMALL } from '../support/small';
import { workers } from '../support/worker-kit';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Holds the lock that the next worker will ask for, until the function that it resolves with is called. */
async function holdNextLifeline(): Promise<() => void> {
  vi.spyOn(crypto, 'getRandomValues').mockImplementationOnce((array) => array);
  let release = () => {};
  await new Promise<void>((held) => {
    void navigator.locks.request('engine 0-0-0-0', () => {
      held();
      return new Promise<void>((resolve) => {
        release = resolve;
      });
    });
  });
  return release;
}

test('a worker answers nothing before the page would see it die', async () => {
  const release = await holdNextLifeline();
  const engine = createEngine({ base: '', keeps: false });
  const events: unknown[] = [];
  engine.subscribe((event) => events.push(event));
  const opened = vi.fn();
  const opening = engine.open({ handle: OWN, architecture: SMALL, source: { initial: 1 } }).then((answer) => {
    opened();
    return answer;
  });
  // A network is open in a tenth of this.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(opened).not.toHaveBeenCalled();
  expect(events).toEqual([]);
  release();
  must(await opening);
  const before = must(await engine.weights(OWN));
  workers.at(-1)?.terminate();
  expect(must(await engine.weights(OWN))).toEqual(before);
  engine.dispose();
});
