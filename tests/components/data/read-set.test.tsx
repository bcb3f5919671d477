/** What lies on the page while other things are dropped on it. */
import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { ReadSet } from '@/components/explore/data/ReadSet';
import type { LabelledSet, SetSummary } from '@/lib/data/sets/labelled-set';
import type { SetReader } from '@/lib/data/sets/reading/set-reader';
import { fail, ok } from '@/lib/result';
import '@/app/tokens.css';
import '@/app/globals.css';

const COUNT = 4;
const set: LabelledSet = {
  name: 'Few',
  form: 'images',
  classes: ['cat', 'dog'],
  shape: [8, 8, 1],
  count: COUNT,
  pixels: new Uint8Array(COUNT * 64),
  labels: Uint16Array.of(0, 1, 0, 1),
  splits: new Uint8Array(COUNT),
  notes: [],
};

const recognised = vi.fn<SetReader['recognise']>();
vi.mock('@/lib/data/sets/reading/set-reader', () => ({
  openSetReader: (): SetReader => ({
    recognise: recognised,
    read: async () => ({ set, problem: null }),
    cancel() {},
    close() {},
  }),
}));
vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => {} }) }));
vi.mock('@/lib/data/sets/work/set-work', () => ({
  lookThrough: async () => null,
  packSet: async () => null,
}));
afterEach(() => recognised.mockReset());

const summary: SetSummary = {
  name: 'Few',
  form: 'images',
  container: 'zip',
  count: COUNT,
  classes: set.classes,
  natural: set.shape,
};

const drop = (dataTransfer: DataTransfer) =>
  document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));

function transferOf(...files: readonly File[]): DataTransfer {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  return transfer;
}

/** A drop of a folder, which no page can make itself. */
const folderDrop = (
  readEntries: (done: (entries: readonly object[]) => void, failed: () => void) => void,
) => {
  const entry = {
    isFile: false,
    isDirectory: true,
    fullPath: '/folder',
    createReader: () => ({ readEntries }),
  };
  const dataTransfer = {
    types: ['Files'],
    items: [{ kind: 'file', webkitGetAsEntry: () => entry }],
    files: [],
  };
  const event = new Event('drop', { bubbles: true, cancelable: true });
  document.body.dispatchEvent(Object.assign(event, { dataTransfer }));
};

const wall = page.getByRole('listbox');
const alert = page.getByRole('alert').first();

test('a dropped folder’s empty folders are read with its files: they may be classes', async () => {
  recognised.mockResolvedValueOnce(fail('No set.'));
  await render(<ReadSet />);
  const file = new File(['x'], '1.png');
  const inside = [
    {
      isFile: true,
      isDirectory: false,
      fullPath: '/folder/1.png',
      file: (done: (one: File) => void) => done(file),
    },
    {
      isFile: false,
      isDirectory: true,
      fullPath: '/folder/dog',
      createReader: () => ({ readEntries: (done: (entries: readonly object[]) => void) => done([]) }),
    },
  ];
  folderDrop((done) => done(inside.splice(0)));
  await expect.element(alert).toHaveTextContent('No set.');
  expect(recognised).toHaveBeenCalledWith([{ name: 'folder/1.png', file }], ['folder/dog']);
});

test('a set that was read stays until another one is found', async () => {
  recognised.mockResolvedValueOnce(ok(summary));
  await render(<ReadSet />);
  drop(transferOf(new File(['x'], 'few.zip')));
  await page.getByRole('button', { name: 'Read the images' }).click();
  await expect.element(wall).toBeVisible();
  const before = wall.element();

  const text = new DataTransfer();
  text.setData('text/plain', 'words');
  const link = new DataTransfer();
  link.setData('text/uri-list', 'https://example.org/');
  for (const other of [text, link]) drop(other);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(wall.elements()).toEqual([before]);
  await expect.element(alert).toHaveTextContent('');

  folderDrop((_, failed) => failed());
  await expect
    .element(alert)
    .toHaveTextContent('One file or folder can’t be opened and is left out: “folder”.');
  expect(wall.elements()).toEqual([before]);
  folderDrop((done) => done([]));
  await expect.element(alert).toHaveTextContent('There is nothing to read');
  expect(wall.elements()).toEqual([before]);

  recognised.mockResolvedValueOnce(fail('No set.'));
  drop(transferOf(new File(['x'], 'letter.pdf')));
  await expect.element(alert).toHaveTextContent('No set.');
  expect(wall.elements()).toEqual([before]);

  recognised.mockResolvedValueOnce(ok(summary));
  drop(transferOf(new File(['x'], 'few.zip')));
  await expect.element(wall).not.toBeInTheDocument();
  await expect.element(alert).toHaveTextContent('');
});
