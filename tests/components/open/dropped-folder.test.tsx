/** A folder that is dropped on the page for opening a network, with parts that can't be opened. */
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { OpenNetwork } from '@/components/explore/open/OpenNetwork';
import type { OpenedNetwork } from '@/lib/interchange/opened';
import { fail, ok, type Result } from '@/lib/result';
import '@/app/tokens.css';
import '@/app/globals.css';

const { read } = vi.hoisted(() => ({ read: vi.fn<() => Promise<Result<OpenedNetwork>>>() }));
vi.mock('@/lib/interchange/reading/read-apart', () => ({ readApart: read }));
vi.mock('@/components/explore/open/NetworkQuestions', () => ({ NetworkQuestions: () => <p>questions</p> }));

const file = (name: string, isLocked = false) => ({
  isFile: true,
  isDirectory: false,
  fullPath: `/net/${name}`,
  file: (done: (file: File) => void, failed: () => void) =>
    isLocked ? failed() : done(new File(['x'], name)),
});

/** Drops a folder, which no page can make itself. */
function dropFolder(...entries: readonly object[]) {
  const parts = [entries, []];
  const folder = {
    isFile: false,
    isDirectory: true,
    fullPath: '/net',
    createReader: () => ({
      readEntries: (done: (some: readonly object[]) => void) => done(parts.shift() ?? []),
    }),
  };
  const dataTransfer = {
    types: ['Files'],
    items: [{ kind: 'file', webkitGetAsEntry: () => folder }],
    files: [],
  };
  const event = new Event('drop', { bubbles: true, cancelable: true });
  document.body.dispatchEvent(Object.assign(event, { dataTransfer }));
}

const alert = page.getByRole('alert');
const LOST = 'One file or folder can’t be opened and is left out: “net/shard”.';

test('what can’t be opened is said, whether a network is found without it or not', async () => {
  await render(<OpenNetwork />);
  dropFolder(file('shard', true));
  await expect.element(alert).toHaveTextContent(LOST);
  dropFolder();
  await expect.element(alert).toHaveTextContent('There is nothing to read: the folder is empty.');
  expect(read).not.toHaveBeenCalled();

  read.mockResolvedValueOnce(fail('A shard is missing.'));
  dropFolder(file('model.json'), file('shard', true));
  await expect.element(alert).toHaveTextContent(`A shard is missing. ${LOST}`);

  read.mockResolvedValueOnce(ok({ architecture: { input: [1, 1, 1] } } as unknown as OpenedNetwork));
  dropFolder(file('model.json'), file('shard', true));
  await expect.element(page.getByText('questions')).toBeVisible();
  await expect.element(alert).toHaveTextContent(LOST);
  // An empty folder doesn’t end what was opened.
  dropFolder();
  await expect.element(alert).toHaveTextContent('There is nothing to read');
  await expect.element(page.getByText('questions')).toBeVisible();
});

test('what was read stays, with its answers, when another file is refused', async () => {
  await render(<OpenNetwork />);
  read.mockResolvedValueOnce(ok({ architecture: { input: [1, 1, 1] } } as unknown as OpenedNetwork));
  dropFolder(file('model.json'));
  await expect.element(page.getByText('questions')).toBeVisible();
  const questions = page.getByText('questions').element();

  let answer: (read: Result<OpenedNetwork>) => void = () => {};
  read.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
  dropFolder(file('other.json'));
  await expect.element(page.getByRole('button', { name: 'Cancel' })).toBeVisible();
  expect(page.getByText('questions').element()).toBe(questions);
  answer(fail('A shard is missing.'));
  await expect.element(alert).toHaveTextContent('A shard is missing.');
  expect(page.getByText('questions').element()).toBe(questions);
  // So does it where the other has channels that no image has.
  read.mockResolvedValueOnce(ok({ architecture: { input: [1, 1, 7] } } as unknown as OpenedNetwork));
  dropFolder(file('seven.json'));
  await expect.element(alert).toHaveTextContent('images with 7 channels');
  expect(page.getByText('questions').element()).toBe(questions);
});
