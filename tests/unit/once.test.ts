import { expect, it, vi } from 'vitest';
import { once, onceLoaded } from '@/lib/once';
import { fail, ok, type Result } from '@/lib/result';

it('makes a thing when it is first asked for, and once, even if it is nothing', () => {
  const make = vi.fn(() => undefined);
  const get = once(make);
  expect(make).not.toHaveBeenCalled();
  expect([get(), get()]).toEqual([undefined, undefined]);
  expect(make).toHaveBeenCalledOnce();
});

it('makes it again after it could not be made', () => {
  const make = vi
    .fn(() => 7)
    .mockImplementationOnce(() => {
      throw new Error('not yet');
    });
  const get = once(make);
  expect(get).toThrow('not yet');
  expect([get(), get()]).toEqual([7, 7]);
  expect(make).toHaveBeenCalledTimes(2);
});

it('loads for all who ask, and anew after a failure', async () => {
  const answers: Result<string>[] = [fail('no line'), ok('list')];
  const load = vi.fn(async (_who: string) => answers[load.mock.calls.length - 1]);
  const get = onceLoaded(load);
  expect(await Promise.all([get('a'), get('b')])).toEqual([fail('no line'), fail('no line')]);
  expect(await Promise.all([get('c'), get('d')])).toEqual([ok('list'), ok('list')]);
  expect(await get('e')).toEqual(ok('list'));
  expect(load.mock.calls).toEqual([['a'], ['c']]);
});
