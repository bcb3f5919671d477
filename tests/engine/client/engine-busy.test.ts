import { expect, test } from 'vitest';
import { markBusy, untilNoneIsBusy } from '@/lib/site/offline/engine-busy';

const never = () => new AbortController().signal;

/** Some work, and how it ends. */
function work() {
  let end = () => {};
  let fail = () => {};
  const done = new Promise<void>((resolve, reject) => {
    end = resolve;
    fail = () => reject(new Error('it failed'));
  });
  return { done, end, fail };
}

test('the wait ends with the last of several works, however it ends', async () => {
  const [one, other] = [work(), work()];
  markBusy(one.done);
  markBusy(other.done);
  const order: string[] = [];
  const waited = untilNoneIsBusy(never()).then(() => order.push('waited'));
  order.push('one');
  one.end();
  await new Promise((resolve) => setTimeout(resolve, 100));
  order.push('other');
  other.fail();
  await waited;
  expect(order).toEqual(['one', 'other', 'waited']);
});

test('who has lost patience goes on while one is busy', async () => {
  const { done, end } = work();
  markBusy(done);
  await untilNoneIsBusy(AbortSignal.timeout(50));
  await untilNoneIsBusy(AbortSignal.abort());
  end();
});

test('nobody waits where no engine is busy', async () => {
  await untilNoneIsBusy(never());
});
