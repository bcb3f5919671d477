import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import DrawingPad from '@/components/images/DrawingPad';
import { ImagePicker } from '@/components/images/ImagePicker';
import { COURSE } from '@/lib/course/subject';
import type { InputImage } from '@/lib/data/input-image';
import { type OwnImage, seenAs } from '@/lib/data/own-image';
import { DIGITS } from '@/lib/shelf/digits';
import { turnTo } from '@/lib/store/subject/subject';
import '@/app/tokens.css';
import '@/app/globals.css';

vi.mock('next/navigation', () => ({ usePathname: () => '/' }));

beforeAll(() => turnTo(DIGITS));
afterAll(() => turnTo(COURSE));

const onImage = vi.fn<(image: InputImage) => void>();
const onKeep = vi.fn<(image: OwnImage) => void>();
beforeEach(() => {
  onImage.mockReset();
  onKeep.mockReset();
});

const board = () => page.getByRole('application', { name: /^The pad/ });
const button = (name: string) => page.getByRole('button', { name });
const frame = () => new Promise(requestAnimationFrame);
/** The newest image that was handed on. */
const newest = () => onImage.mock.calls.at(-1)?.[0].pixels ?? new Uint8Array();

/** The rows and columns of an image that have ink. */
function extent(pixels: Uint8Array) {
  const inked = [...pixels.keys()].filter((at) => pixels[at] > 0);
  const rows = inked.map((at) => Math.floor(at / 28));
  const columns = inked.map((at) => at % 28);
  return {
    height: Math.max(...rows) - Math.min(...rows) + 1,
    width: Math.max(...columns) - Math.min(...columns) + 1,
  };
}

async function show() {
  await render(<DrawingPad {...{ onImage, onKeep }} />);
  await expect.element(board()).toBeVisible();
}

/** A pointer's event at a place, as shares of the pad. */
function point(type: string, [x, y]: readonly [number, number], options: PointerEventInit = {}) {
  const element = board().element();
  const { left, top, width, height } = element.getBoundingClientRect();
  const clientX = left + x * width;
  const clientY = top + y * height;
  const all = { bubbles: true, isPrimary: true, pointerId: 1, clientX, clientY, ...options };
  element.dispatchEvent(new PointerEvent(type, all));
}

/** A stroke by a pointer that the browser knows nothing of, so that it can't be captured. */
function stroke(...places: readonly (readonly [number, number])[]) {
  vi.spyOn(board().element(), 'setPointerCapture').mockImplementation(() => {});
  point('pointerdown', places[0]);
  for (const place of places.slice(1)) point('pointermove', place);
  point('pointerup', places[places.length - 1]);
}

test('a stroke is handed on as the image that the network sees, once in a frame however often the pointer moves', async () => {
  await show();
  const down = Array.from({ length: 100 }, (_, n) => [0.5, 0.2 + 0.006 * n] as const);
  stroke(...down);
  expect(onImage).not.toHaveBeenCalled();
  await expect.poll(() => onImage.mock.calls.length).toBe(1);
  expect(onImage.mock.calls[0][0]).toMatchObject({ kind: 'own', id: 'own-drawing' });
  expect(newest()).toHaveLength(784);
  expect(extent(newest()).height).toBe(20);
  expect(extent(newest()).width).toBeLessThanOrEqual(4);
  await frame();
  await frame();
  expect(onImage).toHaveBeenCalledTimes(1);
  await expect.element(page.getByText('1 stroke.')).toBeVisible();
});

test('a quick stroke has no gaps: the places that a frame coalesced are all drawn', async () => {
  await show();
  vi.spyOn(board().element(), 'setPointerCapture').mockImplementation(() => {});
  const { left, top, width } = board().element().getBoundingClientRect();
  point('pointerdown', [0.2, 0.5]);
  // Up and down again between two events: only the coalesced places tell.
  const coalescedEvents = [0.1, 0.9, 0.5].map(
    (y, n) =>
      new PointerEvent('pointermove', { clientX: left + (0.4 + 0.2 * n) * width, clientY: top + y * width }),
  );
  point('pointermove', [0.8, 0.5], { coalescedEvents });
  point('pointerup', [0.8, 0.5]);
  await expect.poll(() => onImage.mock.calls.length).toBeGreaterThan(0);
  expect(extent(newest())).toEqual({ height: 20, width: expect.closeTo(16, -1) });
});

test('a mouse draws where it is', async () => {
  await show();
  await userEvent.click(board(), { position: { x: 60, y: 60 } });
  await expect.poll(() => onImage.mock.calls.length).toBeGreaterThan(0);
  const canvas = board().element().querySelector('canvas');
  const { width = 1 } = canvas?.getBoundingClientRect() ?? {};
  const at = Math.round((60 / width) * 280);
  await expect
    .poll(() => [...(canvas?.getContext('2d')?.getImageData(at, at, 1, 1).data ?? [])])
    .toEqual([255, 255, 255, 255]);
});

test('only the first pointer draws, and only its main button', async () => {
  await show();
  vi.spyOn(board().element(), 'setPointerCapture').mockImplementation(() => {});
  point('pointerdown', [0.5, 0.5], { isPrimary: false, pointerId: 2 });
  point('pointermove', [0.5, 0.9], { isPrimary: false, pointerId: 2 });
  point('pointerdown', [0.5, 0.5], { button: 2 });
  await frame();
  await frame();
  expect(onImage).not.toHaveBeenCalled();
  await expect.element(page.getByText('Nothing is drawn.')).toBeVisible();
});

test('the keyboard draws: Space lowers the pen, the arrow keys move it, and both are announced', async () => {
  await show();
  await userEvent.tab();
  await expect.element(board()).toHaveFocus();
  await userEvent.keyboard('{ArrowUp}{ArrowUp}');
  await expect.element(board()).toHaveTextContent('Pen up, row 12, column 14');
  await frame();
  expect(onImage).not.toHaveBeenCalled();
  await userEvent.keyboard(' {ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}');
  await expect.element(board()).toHaveTextContent('Pen down, row 12, column 20');
  await userEvent.keyboard(' {ArrowDown}{ArrowDown}');
  await expect.element(board()).toHaveTextContent('Pen up, row 14, column 20');
  await frame();
  // Six steps of ten and the pen's width, but no stroke downwards: 84 by 24.
  await expect.poll(() => extent(newest())).toEqual({ height: 6, width: 20 });
  await expect.element(page.getByText('1 stroke.')).toBeVisible();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(page.getByText('Nothing is drawn.')).toBeVisible();
});

test('leaving the pad lifts the pen', async () => {
  await show();
  await userEvent.tab();
  await userEvent.keyboard(' ');
  await expect.element(board()).toHaveTextContent(/^Pen down/);
  await userEvent.tab();
  await expect.element(board()).toHaveTextContent(/^Pen up/);
});

test('a stroke can be undone, all of them can be cleared, and clearing can be undone', async () => {
  await show();
  stroke([0.5, 0.2], [0.5, 0.8]);
  await expect.poll(() => onImage.mock.calls.length).toBe(1);
  const once = newest();
  stroke([0.2, 0.5], [0.8, 0.5]);
  await expect.element(page.getByText('2 strokes.')).toBeVisible();
  const twice = newest();
  expect(twice).not.toEqual(once);
  await button('Undo').click();
  await expect.element(page.getByText('1 stroke.')).toBeVisible();
  expect(newest()).toEqual(once);
  const calls = onImage.mock.calls.length;
  await button('Clear').click();
  await expect.element(page.getByText('Nothing is drawn.')).toBeVisible();
  await expect.element(button('Clear')).toHaveAttribute('aria-disabled', 'true');
  // An empty pad is no image.
  expect(onImage).toHaveBeenCalledTimes(calls);
  await button('Undo').click();
  await expect.poll(() => onImage.mock.calls.length).toBe(calls + 1);
  expect(newest()).toEqual(once);
});

test('a kept drawing is the very image that the network saw of it', async () => {
  await show();
  await expect.element(button('Keep the drawing')).toHaveAttribute('aria-disabled', 'true');
  stroke([0.3, 0.2], [0.7, 0.3], [0.4, 0.8]);
  await expect.element(button('Keep the drawing')).toHaveAttribute('aria-disabled', 'false');
  await button('Keep the drawing').click();
  await expect.element(page.getByText('Kept as “drawing 1”.')).toBeVisible();
  const [image] = onKeep.mock.calls[0];
  expect(image.id).toMatch(/^own-[0-9a-f]{8}$/);
  expect(seenAs(image, [28, 28, 1]).pixels).toEqual(newest());
  // Not twice: it stays a button for the focus, but does nothing.
  await expect.element(button('Keep the drawing')).toHaveAttribute('aria-disabled', 'true');
  button('Keep the drawing')
    .element()
    .dispatchEvent(new MouseEvent('click', { bubbles: true }));
  expect(onKeep).toHaveBeenCalledTimes(1);
  stroke([0.3, 0.5], [0.7, 0.5]);
  await expect.element(page.getByText('2 strokes.')).toBeVisible();
  await button('Keep the drawing').click();
  await expect.element(page.getByText('Kept as “drawing 2”.')).toBeVisible();
});

test('it fits into a narrow window, and a finger scrolls everywhere but on the pad', async () => {
  await page.viewport(320, 640);
  await show();
  const { left, right, width, height } = board().element().getBoundingClientRect();
  expect(left).toBeGreaterThanOrEqual(0);
  expect(right).toBeLessThanOrEqual(320);
  expect(Math.abs(width - height)).toBeLessThan(1);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  const touched = [...document.querySelectorAll('*')].filter(
    (element) => getComputedStyle(element).touchAction === 'none',
  );
  expect(touched).toEqual([board().element().querySelector('canvas')]);
  await page.viewport(1024, 768);
});

test('the choice of an image has a pad only where images are drawn', async () => {
  const { unmount } = await render(<ImagePicker selected={null} onChoose={onImage} />);
  await expect.element(board()).toBeVisible();
  stroke([0.3, 0.2], [0.7, 0.3], [0.4, 0.8]);
  await expect.poll(() => onImage.mock.calls.length).toBe(1);
  await button('Keep the drawing').click();
  await expect.element(page.getByRole('radio', { name: 'drawing 1' })).toBeInTheDocument();
  expect(onImage.mock.calls.at(-1)?.[0]).toMatchObject({ name: 'drawing 1', pixels: newest() });
  await button('Remove drawing 1').click();
  await expect.element(page.getByRole('radio', { name: 'drawing 1' })).not.toBeInTheDocument();
  await unmount();
  turnTo(COURSE);
  await render(<ImagePicker selected={null} onChoose={onImage} />);
  await expect.element(page.getByRole('button', { name: 'Choose a file' })).toBeVisible();
  await expect.element(board()).not.toBeInTheDocument();
  turnTo(DIGITS);
});
