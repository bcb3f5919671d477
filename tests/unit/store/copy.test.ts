/** Several parts of a page use the copy of a network at once. */
import { beforeEach, expect, test, vi } from 'vitest';
import type { Architecture } from '@/lib/network/architecture';
import type { Trace } from '@/lib/network/trace';
import { fail, ok, type Result } from '@/lib/result';

const open = vi.fn<(request: { readonly source: { readonly weights: string } }) => Promise<Result<void>>>();
vi.mock('@/lib/store/engine/engine', () => ({ presentEngine: () => ({ open, newCopy: () => 'copy' }) }));

const architecture = {} as Architecture;
const traceOf = (weights: string) =>
  ({ complete: true, source: 'live', weights, network: 0 }) as unknown as Trace;

/** Work that ends when it is told to. */
function work() {
  let end: (answer: Result<string>) => void = () => {};
  const answer = new Promise<Result<string>>((resolve) => {
    end = resolve;
  });
  const use = vi.fn(() => answer);
  return { use, end: () => end(ok('done')) };
}
const turns = () => new Promise((resolve) => setTimeout(resolve, 5));

beforeEach(() => {
  vi.resetModules();
  open.mockReset().mockResolvedValue(ok(undefined));
});
const copy = async () => (await import('@/lib/store/explore/copy')).withCopyOf;

test('a different network waits until nobody uses the present one', async () => {
  const withCopyOf = await copy();
  const [first, second] = [work(), work()];
  const one = withCopyOf(architecture, traceOf('a'), first.use);
  const other = withCopyOf(architecture, traceOf('b'), second.use);
  await turns();
  expect([first.use.mock.calls.length, second.use.mock.calls.length, open.mock.calls.length]).toEqual([
    1, 0, 1,
  ]);
  first.end();
  await one;
  await turns();
  expect(second.use).toHaveBeenCalledOnce();
  expect(open.mock.calls.map(([{ source }]) => source.weights)).toEqual(['a', 'b']);
  second.end();
  expect(await other).toEqual(ok('done'));
});

test('the same network is opened once, and used by several at a time', async () => {
  const withCopyOf = await copy();
  const [first, second] = [work(), work()];
  void withCopyOf(architecture, traceOf('a'), first.use);
  void withCopyOf(architecture, traceOf('a'), second.use);
  await turns();
  expect([first.use.mock.calls.length, second.use.mock.calls.length, open.mock.calls.length]).toEqual([
    1, 1, 1,
  ]);
});

test('what fails is said, and opened anew the next time', async () => {
  const withCopyOf = await copy();
  open.mockResolvedValueOnce(fail('No room.'));
  const used = work();
  expect(await withCopyOf(architecture, traceOf('a'), used.use)).toMatchObject({ ok: false });
  expect(used.use).not.toHaveBeenCalled();
  used.end();
  expect(await withCopyOf(architecture, traceOf('a'), used.use)).toEqual(ok('done'));
  expect(open).toHaveBeenCalledTimes(2);
});
