import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Builder } from '@/components/explore/build/Builder';
import { architectureHash } from '@/lib/interchange/architecture-link';
import { draftOf } from '@/lib/network/edit/draft';
import { must } from '@/lib/result';
import { PRESETS } from '@/lib/shelf/presets';
import { build, takeDraft } from '@/lib/store/explore/build';
import { notices } from '@/lib/store/page/notices';
import '@/app/tokens.css';
import '@/app/globals.css';

vi.mock('next/navigation', () => ({ usePathname: () => '/build/', useRouter: () => ({ push: () => {} }) }));

const ids = () => build.getState().history.present.architecture.layers.map(({ id }) => id);
const handle = (layer: string) => page.getByRole('button', { name: `Move ${layer}`, exact: true });
const field = (name: string) => page.getByLabelText(name, { exact: true });

beforeEach(async () => {
  window.location.hash = '';
  await render(<Builder />);
  takeDraft(must(draftOf(PRESETS.reference)));
});

test('shapes and costs follow what is typed; what can’t be read is reported and changes nothing', async () => {
  await userEvent.fill(field('Filters of conv1'), '8');
  const row = page.getByRole('listitem').filter({ has: handle('conv1') });
  await expect.element(row).toHaveTextContent('62 × 62 × 8');
  await expect.element(row).toHaveTextContent('224');
  await userEvent.fill(field('Filters of conv1'), 'eight');
  await expect.element(field('Filters of conv1')).toHaveAttribute('aria-invalid', 'true');
  await expect.element(page.getByText('“Filters” takes a whole number from 1 to 999,999')).toBeVisible();
  await expect.element(row).toHaveTextContent('62 × 62 × 8');
  await userEvent.tab();
  await expect.element(field('Filters of conv1')).toHaveValue('8');
});

test('a layer is dragged by its handle to another place, and keeps its settings', async () => {
  const from = handle('conv2').element().getBoundingClientRect();
  const over = handle('pool1').element().closest('li')?.getBoundingClientRect();
  const at = (y: number) => ({ bubbles: true, pointerId: 1, button: 0, clientX: from.x + 5, clientY: y });
  const grip = handle('conv2').element();
  grip.setPointerCapture = () => {};
  grip.dispatchEvent(new PointerEvent('pointerdown', at(from.y + 5)));
  // Events of a pointer are tasks of their own.
  await new Promise((resolve) => setTimeout(resolve));
  grip.dispatchEvent(new PointerEvent('pointermove', at((over?.y ?? 0) + 30)));
  await expect.poll(() => document.querySelector('[data-drop]')?.getAttribute('data-drop')).toBe('before');
  grip.dispatchEvent(new PointerEvent('pointerup', at((over?.y ?? 0) + 30)));
  await expect
    .poll(ids)
    .toEqual(['input', 'normalize', 'conv1', 'conv2', 'pool1', 'pool2', 'flatten', 'dense', 'output']);
  await expect.element(field('Filters of conv2')).toHaveValue('64');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => ids()[3]).toBe('pool1');
});

test('an error stands at its layer, described to readers, with a button that mends it', async () => {
  await page.getByRole('button', { name: 'Remove flatten' }).click();
  const sentence = 'The layer “dense” needs a vector';
  await expect.element(handle('dense')).toHaveAccessibleDescription(expect.stringContaining(sentence));
  await page.getByRole('button', { name: 'Insert a flatten layer before it' }).click();
  await expect.poll(ids).toContain('flatten');
  await expect.element(page.getByText('All layers fit together.')).toBeVisible();
});

test('a network comes from a link, and a broken link is reported', async () => {
  window.location.hash = await architectureHash({ ...PRESETS.lenet, name: 'Linked' });
  await expect.element(field('Name')).toHaveValue('Linked');
  expect(window.location.hash).toBe('');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(field('Name')).toHaveValue('reference');
  window.location.hash = '#network=bm90aGluZw';
  await expect.poll(() => notices.getState().notices.at(-1)?.sentence).toMatch(/^This link is cut off/);
});

test('class names are typed by hand: the output follows, a name that is there twice is refused, Undo takes them back', async () => {
  const names = page.getByRole('textbox', { name: 'Class names' });
  await page.getByText('Class names', { exact: true }).first().click();
  await userEvent.fill(names, 'mug\nplate\nbowl');
  const { architecture } = build.getState().history.present;
  expect(architecture.classes).toEqual(['mug', 'plate', 'bowl']);
  expect(architecture.layers.at(-1)).toMatchObject({ kind: 'dense', units: 3 });
  await userEvent.fill(names, 'mug\nplate\nmug');
  await expect.element(page.getByText(/“mug” is there twice/)).toBeVisible();
  expect(build.getState().history.present.architecture.classes).toEqual(['mug', 'plate', 'bowl']);
  await userEvent.fill(names, Array.from({ length: 1001 }, (_, at) => `class ${at}`).join('\n'));
  await expect.element(page.getByText(/^There are 1,?001 classes/)).toBeVisible();
  expect(build.getState().history.present.architecture.classes).toEqual(['mug', 'plate', 'bowl']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(names).toHaveValue(PRESETS.reference.classes.join('\n'));
});
