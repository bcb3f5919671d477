import { expect, it } from 'vitest';
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
