import { array, assert, property, string } from 'fast-check';
import { expect, it } from 'vitest';
import { partsOf } from '@/lib/data/archives/byte-source';
import { growing } from '@/lib/data/archives/growing';
import { Listing, listed, textOf } from '@/lib/data/archives/listing';

it('keeps paths and sizes, however many come', () => {
  const listing = new Listing();
  for (let at = 0; at < 1000; at++) listing.add(`ordner ${at % 3}/bild ${at} ü.png`, at * 2 ** 33);
  expect(listing).toHaveLength(1000);
  expect(listing.path(999)).toBe('ordner 0/bild 999 ü.png');
  expect(listing.size(999)).toBe(999 * 2 ** 33);
  expect(listing.where((path) => path.endsWith('/bild 7 ü.png'))).toEqual([7]);
});

it('gives every path back, in any order, whatever letters are beside it and while more come', () => {
  const letters = string({ unit: 'grapheme' }).filter(
    (text) => text.isWellFormed() && !text.startsWith('\ufeff'),
  );
  assert(
    property(array(letters, { maxLength: 70 }), (paths) => {
      const listing = new Listing();
      for (const [at, path] of paths.entries()) {
        listing.add(path, at);
        expect(listing.path(at)).toBe(path);
      }
      for (const at of paths.keys())
        expect(listing.path((at * 37) % paths.length)).toBe(paths[(at * 37) % paths.length]);
    }),
  );
});

it('sorts by paths, a shorter one before what goes on from it', () => {
  const listing = listed(['b/1', 'a/2', 'a', 'a/10', 'ä'].map((path) => [path, 0]));
  expect(Array.from(listing.order(), (at) => listing.path(at))).toEqual(['a', 'a/10', 'a/2', 'b/1', 'ä']);
});

it('finds a path that is there twice', () => {
  const paths = (all: readonly string[]) => listed(all.map((path) => [path, 1]));
  expect(paths(['b', 'a', 'c']).repeated()).toBe(-1);
  const twice = paths(['b', 'a', 'b']);
  expect(twice.path(twice.repeated())).toBe('b');
});

it('reads texts of any length and any letters', () => {
  const long = 'x'.repeat(10_000);
  for (const text of ['', 'a/b.png', 'Größe/日本.png', long])
    expect(textOf(new TextEncoder().encode(text))).toBe(text);
});

it('grows beyond what was reserved', () => {
  const list = growing(Uint8Array, 1);
  list.addAll([1, 2, 3]);
  for (let at = 0; at < 500; at++) list.add(at & 255);
  expect([list.length, list.values[2], list.values[502]]).toEqual([503, 3, 243]);
});

it('reads a file in parts that grow, and no more of it than is asked for', async () => {
  const bytes = Uint8Array.from({ length: 2_000_000 }, (_, at) => (at * at) >> 5);
  const blob = new Blob([bytes]);
  const asked: number[] = [];
  const slice = blob.slice.bind(blob);
  blob.slice = (from, to) => {
    asked.push((to ?? 0) - (from ?? 0));
    return slice(from, to);
  };
  const read: Buffer[] = [];
  // A part is valid until the next.
  for await (const part of partsOf(blob)) read.push(Buffer.from(part));
  expect(Buffer.compare(Buffer.concat(read), bytes)).toBe(0);
  expect(asked.slice(0, 3)).toEqual([8192, 16_384, 32_768]);
  expect(Math.max(...asked)).toBe(1 << 16);
  asked.length = 0;
  for await (const _ of partsOf(blob)) break;
  expect(asked).toEqual([8192]);
});
