/** Exporting a set: what is packed, how far it is, and what becomes of it. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { ExportSet } from '@/components/explore/data/look/ExportSet';
import { type EditedSet, unchanged } from '@/lib/data/sets/edit/edited-set';
import type { Finding } from '@/lib/data/sets/look/findings';
import { fail, ok, type Result } from '@/lib/result';

type Packed = Result<Blob> | null;
interface Packing {
  readonly set: EditedSet;
  readonly card: string;
  readonly signal: AbortSignal;
  report(share: number): void;
  end(packed: Packed): void;
}
const begun: Packing[] = [];
const saved = vi.fn<(name: string, bytes: Blob) => void>();
vi.mock('@/lib/site/save-file', () => ({ saveFile: (name: string, bytes: Blob) => saved(name, bytes) }));
// The worker has tests of its own. As it does, this one ends with null when it is told to.
vi.mock('@/lib/data/sets/work/set-work', () => ({
  packSet: (set: EditedSet, card: string, signal: AbortSignal, report: (share: number) => void) =>
    new Promise<Packed>((end) => {
      signal.addEventListener('abort', () => end(null));
      begun.push({ set, card, signal, report, end });
    }),
}));

const SET = unchanged({
  name: 'Pets',
  form: 'images',
  classes: ['cat', 'dog'],
  shape: [1, 1, 1],
  count: 2,
  pixels: Uint8Array.of(1, 2),
  labels: Uint16Array.of(0, 1),
  splits: new Uint8Array(2),
  notes: [],
});
const LOOK = { survey: null, statistics: null, done: 1, problem: null };
const show = (set: EditedSet = SET, findings: readonly Finding[] = []) =>
  render(<ExportSet set={set} look={LOOK} findings={findings} />);

const button = (name: string) => page.getByRole('button', { name });
const progress = page.getByRole('progressbar', { name: 'Export as a zip' });
const alert = page.getByRole('alert');

beforeEach(() => {
  begun.length = 0;
});
afterEach(() => saved.mockClear());

test('it says how far it is, and then the file’s name and size', async () => {
  await show();
  expect(begun).toHaveLength(0);
  await button('Export as a zip').click();
  expect(begun).toHaveLength(1);
  begun[0].report(0.421);
  await expect.element(page.getByText(/^Packing … 42\s?%$/)).toBeVisible();
  await expect.element(progress).toHaveAttribute('value', '0.421');
  const blob = new Blob([new Uint8Array(1234)]);
  begun[0].end(ok(blob));
  await expect.element(page.getByRole('status')).toHaveTextContent('Saved as “Pets.zip”, 1.2 kB.');
  await expect.element(progress).not.toBeInTheDocument();
  expect(saved.mock.calls).toEqual([['Pets.zip', blob]]);
});

test('its card has what was found, and what others found of a well-known set', async () => {
  await show({ ...SET, known: 'mnist' }, [{ kind: 'plain', count: 3, places: [] }]);
  await button('Export as a zip').click();
  expect(begun[0].card).toContain('3 images are of a single colour, with nothing to see.');
  expect(begun[0].card).toContain('https://arxiv.org/abs/2103.14749');
});

test('a name that no file may have is mended, and a long one cut', async () => {
  for (const [name, file] of [
    ['a/b: "c"?', 'a-b- -c-.zip'],
    ['', 'data.zip'],
    ['x'.repeat(200), `${'x'.repeat(80)}.zip`],
  ]) {
    const { unmount } = await show({ ...SET, name });
    await button('Export as a zip').click();
    begun.at(-1)?.end(ok(new Blob()));
    await expect.element(page.getByRole('status')).toHaveTextContent(`Saved as “${file}”`);
    expect(saved.mock.lastCall?.[0]).toBe(file);
    await unmount();
  }
});

test('what fails is said in one sentence, and can be tried again', async () => {
  await show();
  await button('Export as a zip').click();
  begun[0].end(fail('There is no room for the archive.'));
  await expect.element(alert).toHaveTextContent(/^There is no room for the archive\.$/);
  expect(saved).not.toHaveBeenCalled();
  await button('Export as a zip').click();
  await expect.element(alert).toBeEmptyDOMElement();
  begun[1].end(ok(new Blob()));
  await expect.element(page.getByRole('status')).toHaveTextContent(/^Saved as/);
});

test('the keyboard begins and cancels it, and does not lose its place', async () => {
  await show();
  (button('Export as a zip').element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(button('Cancel')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(begun[0].signal.aborted).toBe(true);
  await expect.element(button('Export as a zip')).toHaveFocus();
  expect(saved).not.toHaveBeenCalled();
  await expect.element(alert).toBeEmptyDOMElement();
  await expect.element(page.getByRole('status')).toBeEmptyDOMElement();
});

test('whoever leaves the set ends the packing', async () => {
  const { unmount } = await show();
  await button('Export as a zip').click();
  await unmount();
  expect(begun[0].signal.aborted).toBe(true);
  expect(saved).not.toHaveBeenCalled();
});
