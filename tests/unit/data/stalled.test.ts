import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readBody, STALL_MS, unlessStalled } from '@/lib/data/unless-stalled';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A body whose parts arrive this many milliseconds apart. */
const slowly = (parts: number, apart: number) =>
  new Response(
    new ReadableStream({
      async start(to) {
        for (let part = 0; part < parts; part++) {
          await new Promise((resolve) => setTimeout(resolve, apart));
          to.enqueue(Uint8Array.of(part));
        }
        to.close();
      },
    }),
  );

it('waits as long as data arrives, however slowly', async () => {
  const read = unlessStalled((progressed) => readBody(slowly(20, STALL_MS - 1000), progressed));
  await vi.advanceTimersByTimeAsync(20 * STALL_MS);
  expect([...(await read)]).toEqual(Array.from({ length: 20 }, (_, at) => at));
});

it('gives up where nothing arrives, and cancels the request', async () => {
  let asked: AbortSignal | null = null;
  const read = unlessStalled((_, signal) => {
    asked = signal;
    return new Promise(() => {});
  });
  const end = expect(read).rejects.toThrow('nothing came');
  await vi.advanceTimersByTimeAsync(STALL_MS + 1);
  await end;
  expect(asked).toMatchObject({ aborted: true });
  expect(vi.getTimerCount()).toBe(0);
});

it('ends when it is aborted, before it starts or while it waits', async () => {
  const abort = new AbortController();
  const read = unlessStalled(() => new Promise(() => {}), abort.signal);
  abort.abort(new Error('nobody wants it'));
  await expect(read).rejects.toThrow('nobody wants it');
  await expect(unlessStalled(() => new Promise(() => {}), abort.signal)).rejects.toThrow('nobody wants it');
  expect(vi.getTimerCount()).toBe(0);
});
