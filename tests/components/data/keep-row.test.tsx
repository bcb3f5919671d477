/** Storing a data set asks the browser not to delete it: on the press of the button, and only then. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { KeepRow, useKeeping } from '@/components/explore/data/edit/KeepRow';
import { useEdits } from '@/components/explore/data/edit/use-edits';
import { mayLeave } from '@/components/state/use-ask-before-leaving';
import type { LabelledSet } from '@/lib/data/sets/labelled-set';
import { UNKNOWN } from '@/lib/data/sets/take/card';
import { fail, ok, type Result } from '@/lib/result';
import type { StoredSet } from '@/lib/store/subject/kept-set-head';
import { asksBeforeLeaving } from '../support/asks-before-leaving';
import '@/app/tokens.css';
import '@/app/globals.css';

const keepChanged = vi.fn<() => Promise<Result<StoredSet>>>();
const STORED: StoredSet = { id: 'set-00000001', keptAt: 1 };
vi.mock('@/lib/store/subject/kept-sets', async (load) => ({
  ...(await load<object>()),
  keepChanged: () => keepChanged(),
}));

const SET: LabelledSet = {
  name: 'Two',
  form: 'images',
  classes: ['a', 'b'],
  shape: [1, 1, 1],
  count: 2,
  pixels: Uint8Array.of(1, 2),
  labels: Uint16Array.of(0, 1),
  splits: new Uint8Array(2),
  notes: [],
};

function Row() {
  const edits = useEdits(SET);
  const keeping = useKeeping(edits, null);
  return (
    <>
      <KeepRow edits={edits} keeping={keeping} word="Keep" />
      <button type="button" onClick={() => edits.apply({ kind: 'relabel', places: [0], label: 1 })}>
        Relabel
      </button>
      <button type="button" onClick={() => edits.undo()}>
        Undo
      </button>
      <a href="/train/">Train</a>
      <button type="button" onClick={() => keeping.writeCard({ ...UNKNOWN, source: 'my garden' })}>
        Write
      </button>
    </>
  );
}

const persisted = vi.spyOn(navigator.storage, 'persisted');
const persist = vi.spyOn(navigator.storage, 'persist');
beforeEach(() => {
  keepChanged.mockResolvedValue(ok(STORED));
  persisted.mockResolvedValue(false);
  persist.mockResolvedValue(true);
});
afterEach(() => vi.clearAllMocks());

const risk = page.getByText(/The browser doesn’t promise to keep it/);
const stored = page.getByText('Stored in this browser');

async function keep() {
  await render(<Row />);
  expect(persist).not.toHaveBeenCalled();
  await userEvent.click(page.getByRole('button', { name: 'Keep' }));
}

test('a browser that agrees is asked once, and nothing is said about it', async () => {
  await keep();
  await expect.element(stored).toBeVisible();
  await vi.waitFor(() => expect(persist).toHaveBeenCalledTimes(1));
  await expect.element(risk).not.toBeInTheDocument();
});

test('a browser that refuses has stored the set all the same, and what that means is said', async () => {
  persist.mockResolvedValue(false);
  await keep();
  await expect.element(stored).toBeVisible();
  await expect.element(risk).toBeVisible();
});

test('the set counts as stored while the learner has not answered yet', async () => {
  persist.mockReturnValue(new Promise(() => {}));
  await keep();
  await expect.element(stored).toBeVisible();
  await expect.element(risk).not.toBeInTheDocument();
});

test('a browser that has agreed before, or can’t be asked, says nothing', async () => {
  persisted.mockResolvedValue(true);
  await keep();
  await expect.element(stored).toBeVisible();
  expect(persist).not.toHaveBeenCalled();
  persisted.mockRejectedValue(new TypeError('no storage'));
  await keep();
  await expect.element(stored.last()).toBeVisible();
  await expect.element(risk).not.toBeInTheDocument();
});

test('a set that could not be stored needs no promise', async () => {
  keepChanged.mockResolvedValue(fail('The storage is full.'));
  await keep();
  await expect.element(page.getByText('The storage is full.')).toBeVisible();
  expect(persisted).not.toHaveBeenCalled();
  expect(persist).not.toHaveBeenCalled();
});

test('a page with a set that was changed and never stored is not left without a question', async () => {
  await render(<Row />);
  const press = (name: string) => userEvent.click(page.getByRole('button', { name }));
  // What was only read can be read again.
  expect(asksBeforeLeaving()).toBe(false);
  await press('Relabel');
  await expect.poll(asksBeforeLeaving).toBe(true);
  await press('Undo');
  await expect.poll(asksBeforeLeaving).toBe(false);
  await press('Relabel');
  keepChanged.mockResolvedValueOnce(fail('The storage is full.'));
  await press('Keep');
  await expect.element(page.getByText('The storage is full.')).toBeVisible();
  expect(asksBeforeLeaving()).toBe(true);
  await press('Keep');
  await expect.element(stored).toBeVisible();
  expect(asksBeforeLeaving()).toBe(false);
  await press('Undo');
  await expect.poll(asksBeforeLeaving).toBe(true);
});

test('a link to another page of the site asks too, and is followed only by who agrees', async () => {
  await render(<Row />);
  const followed = vi.fn((event: Event) => event.preventDefault());
  const link = page.getByRole('link', { name: 'Train' });
  link.element().addEventListener('click', followed);
  const confirm = vi.spyOn(window, 'confirm').mockReturnValue(false);
  await link.click();
  expect(followed).toHaveBeenCalledTimes(1);
  expect(confirm).not.toHaveBeenCalled();
  await userEvent.click(page.getByRole('button', { name: 'Relabel' }));
  await expect.poll(asksBeforeLeaving).toBe(true);
  await link.click();
  expect(confirm).toHaveBeenCalledTimes(1);
  expect(followed).toHaveBeenCalledTimes(1);
  confirm.mockReturnValue(true);
  await link.click();
  expect(followed).toHaveBeenCalledTimes(2);
});

test('two parts of a page with something unsaved ask once', async () => {
  const { unmount } = await render(
    <>
      <Row />
      <Row />
    </>,
  );
  const followed = vi.fn((event: Event) => event.preventDefault());
  const link = page.getByRole('link', { name: 'Train' }).first();
  link.element().addEventListener('click', followed);
  const confirm = vi.spyOn(window, 'confirm').mockReturnValue(true);
  for (const button of page.getByRole('button', { name: 'Relabel' }).all()) await button.click();
  await expect.poll(asksBeforeLeaving).toBe(true);
  confirm.mockClear();
  await link.click();
  expect(confirm).toHaveBeenCalledTimes(1);
  expect(followed).toHaveBeenCalledTimes(1);
  await unmount();
  expect(asksBeforeLeaving()).toBe(false);
});

test('so is one with a card that was written for a set that was never stored', async () => {
  const { unmount } = await render(<Row />);
  await userEvent.click(page.getByRole('button', { name: 'Write' }));
  await expect.poll(asksBeforeLeaving).toBe(true);
  // A set that is put aside is no reason to ask any more.
  await unmount();
  expect(asksBeforeLeaving()).toBe(false);
});

test('a change of the page by a button asks too, and only while something is unsaved', async () => {
  const confirm = vi.spyOn(window, 'confirm').mockReturnValue(false);
  const { unmount } = await render(<Row />);
  expect(mayLeave()).toBe(true);
  expect(confirm).not.toHaveBeenCalled();
  await userEvent.click(page.getByRole('button', { name: 'Relabel' }));
  await expect.poll(mayLeave).toBe(false);
  confirm.mockReturnValue(true);
  expect(mayLeave()).toBe(true);
  const asked = confirm.mock.calls.length;
  await unmount();
  expect(mayLeave()).toBe(true);
  expect(confirm).toHaveBeenCalledTimes(asked);
});
