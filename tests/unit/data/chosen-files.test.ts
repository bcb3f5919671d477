import { expect, it } from 'vitest';
import { filesOfTransfer } from '@/lib/site/chosen-files';

const fileEntry = (fullPath: string, blob: Blob | null) => ({
  isFile: true,
  isDirectory: false,
  fullPath,
  file: (done: (file: Blob) => void, failed: () => void) => (blob ? done(blob) : failed()),
});
/** A folder as browsers hand it out: its entries in parts. */
const folderEntry = (fullPath: string, entries: readonly object[], part: number) => ({
  isFile: false,
  isDirectory: true,
  fullPath,
  createReader() {
    let from = 0;
    return {
      readEntries(done: (some: readonly object[]) => void) {
        done(entries.slice(from, from + part));
        from += part;
      },
    };
  },
});
const dropped = (...entries: readonly object[]) =>
  ({
    items: entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry })),
    files: [],
  }) as unknown as DataTransfer;

const blob = new Blob(['x']);

it('a dropped folder of two hundred thousand files is walked, however many come at a time', async () => {
  const files = Array.from({ length: 200_000 }, (_, at) => fileEntry(`/set/cat/${at}.png`, blob));
  for (const part of [100, 200_000]) {
    const found = await filesOfTransfer(
      dropped(folderEntry('/set', [folderEntry('/set/cat', files, part)], 100)),
      200_000,
    );
    expect(found).toHaveLength(200_000);
    expect(found[199_999].name).toBe('set/cat/199999.png');
  }
});

it('no more is walked than is wanted, and what can’t be opened is left out', async () => {
  const files = [fileEntry('/a/1.png', blob), fileEntry('/a/2.png', null), fileEntry('/a/3.png', blob)];
  const names = async (most: number) =>
    (await filesOfTransfer(dropped(folderEntry('/a', files, 2)), most)).map(({ name }) => name);
  expect(await names(10)).toEqual(['a/1.png', 'a/3.png']);
  expect(await names(1)).toEqual(['a/1.png']);
});
