import { expect, test } from 'vitest';
import { markTraining, untilNobodyTrains } from '@/lib/site/offline/while-training';

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

test('the wait ends with the last of several runs, however it ends', async () => {
  const [one, other] = [work(), work()];
  markTraining(one.done);
  markTraining(other.done);
  const order: string[] = [];
  const waited = untilNobodyTrains(never()).then(() => order.push('waited'));
  order.push('one');
  one.end();
  await new Promise((resolve) => setTimeout(resolve, 100));
  order.push('other');
  other.fail();
  await waited;
  expect(order).toEqual(['one', 'other', 'waited']);
});

test('who has lost patience goes on while it trains', async () => {
  const { done, end } = work();
  markTraining(done);
  await untilNobodyTrains(AbortSignal.timeout(50));
  await untilNobodyTrains(AbortSignal.abort());
  end();
});

test('nobody waits where nobody trains', async () => {
  await untilNobodyTrains(never());
});
