/** The first bytes of files: one visit is enough, unless they lie too deep in a gzipped one. */
import { expect, test } from 'vitest';
import type { Container } from '@/lib/data/archives/container';
import { Listing } from '@/lib/data/archives/listing';
import { readFirst } from '@/lib/data/sets/read-files';

test('files that aren’t gzipped are visited once', async () => {
  const visits: (readonly number[])[] = [];
  const files = new Listing();
  for (const name of ['a', 'b']) files.add(name, 3);
  const container: Container = {
    kind: 'tar',
    files,
    folders: [],
    problem: null,
    async *visit(places) {
      visits.push([...places]);
      for (const at of visits.at(-1) ?? [])
        yield {
          at,
          parts: (async function* () {
            yield Uint8Array.of(at, 7, 7);
          })(),
        };
    },
  };
  expect(await readFirst(container, [0, 1], 2)).toEqual(
    new Map([
      [0, Uint8Array.of(0, 7)],
      [1, Uint8Array.of(1, 7)],
    ]),
  );
  expect(visits).toEqual([[0, 1]]);
});
