import { expect, it } from 'vitest';
import { filesOfTransfer } from '@/lib/site/chosen-files';
import { leftOut } from '@/lib/site/left-out';

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
    const { files: found, lost } = await filesOfTransfer(
      dropped(folderEntry('/set', [folderEntry('/set/cat', files, part)], 100)),
      200_000,
    );
    expect(found).toHaveLength(200_000);
    expect(lost).toEqual([]);
    expect(found[199_999].name).toBe('set/cat/199999.png');
  }
});

it('no more is walked than is wanted, and what can’t be opened is named', async () => {
  const locked = {
    ...folderEntry('/a/locked', [], 1),
    createReader: () => ({ readEntries: (_: () => void, failed: () => void) => failed() }),
  };
  const files = [
    fileEntry('/a/1.png', blob),
    fileEntry('/a/2.png', null),
    locked,
    fileEntry('/a/3.png', blob),
  ];
  const taken = async (most: number) => {
    const chosen = await filesOfTransfer(dropped(folderEntry('/a', files, 2)), most);
    return { ...chosen, files: chosen.files.map(({ name }) => name) };
  };
  expect(await taken(10)).toEqual({
    files: ['a/1.png', 'a/3.png'],
    lost: ['a/2.png', 'a/locked'],
    partly: [],
    folders: [],
    more: false,
  });
  expect(await taken(2)).toMatchObject({ files: ['a/1.png', 'a/3.png'], more: false });
  expect(await taken(1)).toEqual({
    files: ['a/1.png'],
    lost: [],
    partly: [],
    folders: [],
    more: true,
  });
});

it('empty folders behind the last file that is wanted are no more files', async () => {
  const taken = async (...behind: readonly object[]) =>
    (await filesOfTransfer(dropped(folderEntry('/a', [fileEntry('/a/1.png', blob), ...behind], 9)), 1)).more;
  const empty = folderEntry('/a/empty', [], 1);
  expect(await taken(empty, folderEntry('/a/b', [empty], 1))).toBe(false);
  expect(await taken(empty, folderEntry('/a/b', [fileEntry('/a/b/2.png', blob)], 1))).toBe(true);
});

it('folders without files are named, but not those that can’t be opened', async () => {
  const locked = {
    ...folderEntry('/a/locked', [], 1),
    createReader: () => ({ readEntries: (_: () => void, failed: () => void) => failed() }),
  };
  const chosen = await filesOfTransfer(
    dropped(
      folderEntry(
        '/a',
        [
          folderEntry('/a/cat', [fileEntry('/a/cat/1.png', blob)], 1),
          folderEntry('/a/dog', [folderEntry('/a/dog/more', [], 1)], 1),
          locked,
        ],
        2,
      ),
    ),
  );
  expect(chosen).toMatchObject({ lost: ['a/locked'], folders: ['a', 'a/dog', 'a/dog/more'] });
});

it('a folder that fails midway is said to be read in part', async () => {
  let asked = 0;
  const folder = {
    ...folderEntry('/a', [], 1),
    createReader: () => ({
      readEntries: (done: (some: readonly object[]) => void, failed: () => void) =>
        asked++ === 0 ? done([fileEntry('/a/1.png', blob)]) : failed(),
    }),
  };
  const chosen = await filesOfTransfer(dropped(folder));
  expect(chosen).toMatchObject({ files: [{ name: 'a/1.png' }], lost: [], partly: ['a'], more: false });
  expect(leftOut(chosen)).toEqual([
    'One folder can’t be read completely, so some of its files may be missing: “a”.',
  ]);
});

it('what is left out is counted and said', () => {
  const file = { name: 'a/1.png', file: blob };
  const none = { lost: [], partly: [], folders: [], more: false };
  expect(leftOut({ files: [], ...none })).toEqual(['There is nothing to read: the folder is empty.']);
  expect(leftOut({ files: [file], ...none })).toEqual([]);
  expect(leftOut({ files: [file], ...none, lost: ['a/2.png'], more: true })).toEqual([
    'One file or folder can’t be opened and is left out: “a/2.png”.',
    'Only the first 1 files are read. The others are left out.',
  ]);
  expect(leftOut({ files: [], ...none, lost: ['a', 'b', 'c', 'd', 'e'] })).toEqual([
    '5 files or folders can’t be opened and are left out: “a”, “b”, “c” and 2 more.',
  ]);
});
