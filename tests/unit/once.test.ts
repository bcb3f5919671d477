import { expect, it, vi } from 'vitest';
import { once, onceLoaded, oncePerKey, oncePerObject } from '@/lib/once';
import { fail, ok, type Result } from '@/lib/result';

it('creates a thing when it is first asked for, and only once, even if it is undefined', () => {
  const make = vi.fn(() => undefined);
  const get = once(make);
  expect(make).not.toHaveBeenCalled();
  expect([get(), get()]).toEqual([undefined, undefined]);
  expect(make).toHaveBeenCalledOnce();
});

it('tries again after a failure', () => {
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

it('loads once for all callers, and again after a failure', async () => {
  const answers: Result<string>[] = [fail('no line'), ok('list')];
  const load = vi.fn(async (_who: string) => answers[load.mock.calls.length - 1]);
  const get = onceLoaded(load);
  expect(await Promise.all([get('a'), get('b')])).toEqual([fail('no line'), fail('no line')]);
  expect(await Promise.all([get('c'), get('d')])).toEqual([ok('list'), ok('list')]);
  expect(await get('e')).toEqual(ok('list'));
  expect(load.mock.calls).toEqual([['a'], ['c']]);
});

it('makes a thing again for another key only, and then forgets the first', () => {
  const make = vi.fn((key: string) => key.toUpperCase());
  const get = oncePerKey<string>();
  const ask = (key: string) => get(key, () => make(key));
  expect(['a', 'a', 'b', 'b', 'a'].map(ask)).toEqual(['A', 'A', 'B', 'B', 'A']);
  expect(make.mock.calls.flat()).toEqual(['a', 'b', 'a']);
});

it('makes one thing for each object, even an undefined one, by the first call', () => {
  const make = vi.fn((of: { readonly name?: string }, more: string) => of.name && `${of.name}${more}`);
  const get = oncePerObject(make);
  const [one, other, none] = [{ name: 'a' }, { name: 'a' }, {}];
  expect([get(one, '1'), get(one, '2'), get(other, '3')]).toEqual(['a1', 'a1', 'a3']);
  expect([get(none, '4'), get(none, '5')]).toEqual([undefined, undefined]);
  expect(make).toHaveBeenCalledTimes(3);
});
