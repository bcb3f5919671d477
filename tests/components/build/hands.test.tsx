import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Builder } from '@/components/explore/build/Builder';
import { edgeSpeed } from '@/components/explore/build/edge-scroll';
import { draftOf } from '@/lib/network/edit/draft';
import { must } from '@/lib/result';
import { PRESETS } from '@/lib/shelf/presets';
import { build, takeDraft } from '@/lib/store/explore/build';
import '@/app/tokens.css';
import '@/app/globals.css';

vi.mock('next/navigation', () => ({ usePathname: () => '/build/', useRouter: () => ({ push: () => {} }) }));

const ids = () => build.getState().history.present.architecture.layers.map(({ id }) => id);
const grip = (layer: string) => {
  const element = page.getByRole('button', { name: `Move ${layer}`, exact: true }).element() as HTMLElement;
  // Events made by hand belong to no pointer that could be captured.
  element.setPointerCapture = () => {};
  return element;
};
const add = () => page.getByRole('button', { name: /^\+ Add a layer/ });

/** Events of a pointer are tasks of their own. */
async function pointer(type: 'pointerdown' | 'pointermove' | 'pointerup', element: HTMLElement, y: number) {
  const x = element.getBoundingClientRect().x + 5;
  element.dispatchEvent(
    new PointerEvent(type, { bubbles: true, pointerId: 1, button: 0, clientX: x, clientY: y }),
  );
  await new Promise((resolve) => setTimeout(resolve));
}
const middleOf = (element: Element) => {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
};

beforeEach(async () => {
  window.location.hash = '';
  await render(<Builder />);
  takeDraft(must(draftOf(PRESETS.reference)));
});

test('the last layer that can be removed leaves the focus where one goes on, and Ctrl+Z brings it back', async () => {
  takeDraft(must(draftOf({ ...PRESETS.reference, layers: PRESETS.reference.layers.slice(0, 2) })));
  await page.getByRole('button', { name: 'Remove normalize' }).click();
  await expect.poll(ids).toEqual(['input']);
  await expect.element(add()).toHaveFocus();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(ids).toEqual(['input', 'normalize']);
  grip('normalize').focus();
  await userEvent.keyboard('{Delete}');
  await expect.element(add()).toHaveFocus();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(ids).toEqual(['input', 'normalize']);
  await userEvent.keyboard('{Control>}y{/Control}');
  await expect.poll(ids).toEqual(['input']);
});

test('Ctrl+Z undoes where nothing has the focus, but not in a field that is not the builder’s', async () => {
  await page.getByRole('button', { name: 'Remove pool1' }).click();
  const other = document.body.appendChild(document.createElement('input'));
  other.focus();
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(ids()).not.toContain('pool2');
  other.remove();
  expect(document.activeElement).toBe(document.body);
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(ids).toContain('pool2');
});

test('Escape cancels dragging: the layer stays when it is released', async () => {
  const conv2 = grip('conv2');
  const target = grip('pool1');
  const before = ids();
  await pointer('pointerdown', conv2, middleOf(conv2));
  await pointer('pointermove', conv2, middleOf(target));
  await expect.poll(() => document.querySelector('[data-drop]')).not.toBeNull();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.querySelector('[data-drop], [data-dragged="true"]')).toBeNull();
  await pointer('pointermove', conv2, middleOf(target) + 3);
  await pointer('pointerup', conv2, middleOf(target));
  expect(ids()).toEqual(before);
});

test('at the edge of the window the page scrolls, and the layer lands where it was dragged to', async () => {
  window.scrollTo({ top: 0, behavior: 'instant' });
  const conv1 = grip('conv1');
  conv1.scrollIntoView({ block: 'center', behavior: 'instant' });
  const before = window.scrollY;
  await pointer('pointerdown', conv1, middleOf(conv1));
  const edge = window.innerHeight - 2;
  await pointer('pointermove', conv1, edge);
  const hasDrop = () => document.querySelector('[data-drop]')?.id;
  await expect.poll(() => window.scrollY, { timeout: 4000 }).toBeGreaterThan(before + 200);
  // The last row is under the pointer, or all rows are above it.
  await expect.poll(hasDrop, { timeout: 6000 }).toBe('layer-8');
  await pointer('pointerup', conv1, edge);
  await expect.poll(() => ids().at(-1)).toMatch(/^conv/);
  const after = window.scrollY;
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(window.scrollY).toBe(after);
});

test('the page scrolls the faster, the nearer to an edge, and not at all in between', () => {
  expect(edgeSpeed(400, 800)).toBe(0);
  expect(edgeSpeed(40, 800)).toBeLessThan(0);
  expect(edgeSpeed(2, 800)).toBeLessThan(edgeSpeed(40, 800));
  expect(edgeSpeed(-300, 800)).toBe(edgeSpeed(0, 800));
  expect(edgeSpeed(790, 800)).toBe(-edgeSpeed(10, 800));
});
