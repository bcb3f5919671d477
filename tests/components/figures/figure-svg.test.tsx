/** What a figure becomes as a drawing of its own. */
import { expect, test } from 'vitest';
import { figureSvg, labelOf } from '@/lib/site/figure/figure-svg';
import { BEFORE_READING } from '@/lib/site/figure/reading';

const SIDE = 40;

function canvasOf(paint: (context: CanvasRenderingContext2D) => void, height = SIDE): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = SIDE;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context) paint(context);
  return canvas;
}

function figureWith(...children: readonly Element[]): HTMLElement {
  const figure = document.createElement('figure');
  figure.append(...children);
  document.body.replaceChildren(figure);
  return figure;
}

test('an image element is drawn too', async () => {
  const image = new Image();
  image.src = canvasOf((context) => context.fillRect(0, 0, 9, 9)).toDataURL();
  await image.decode();
  const drawn = figureSvg(figureWith(image)).querySelector('image');
  expect(drawn?.getAttribute('href')).toMatch(/^data:image\/png/);
  expect(drawn?.getAttribute('width')).toBe(String(SIDE));
});

test('of a canvas in a window to scroll only what is to be seen is drawn', () => {
  const window = document.createElement('div');
  Object.assign(window.style, { height: '100px', overflow: 'auto' });
  window.append(canvasOf(() => {}, 1000));
  const svg = figureSvg(figureWith(window));
  const frame = svg.querySelector('image')?.parentElement;
  expect(frame?.localName).toBe('svg');
  expect(Number(frame?.getAttribute('height'))).toBeLessThanOrEqual(100);
  // One that is seen whole needs no frame.
  const whole = figureSvg(figureWith(canvasOf(() => {})));
  expect(whole.querySelector('image')?.parentElement).toBe(whole);
});

test('what draws a canvas is told before it is read', () => {
  const canvas = canvasOf(() => {});
  const empty = canvas.toDataURL();
  canvas.addEventListener(BEFORE_READING, () => canvas.getContext('2d')?.fillRect(0, 0, 9, 9));
  expect(figureSvg(figureWith(canvas)).querySelector('image')?.getAttribute('href')).not.toBe(empty);
});

test('what is not shown at its end takes no room', () => {
  const [hidden, controls] = ['p', 'p'].map((name) => document.createElement(name));
  hidden.style.display = 'none';
  controls.dataset.screen = '';
  controls.textContent = 'Save';
  const height = Number(
    figureSvg(
      figureWith(
        canvasOf(() => {}),
        hidden,
        controls,
      ),
    ).getAttribute('height'),
  );
  expect(height).toBeGreaterThan(SIDE);
  expect(height).toBeLessThan(2 * SIDE);
});

test('what operates a figure is no part of it, and a part is called as its first line', () => {
  const [words, button] = ['p', 'button'].map((name) => document.createElement(name));
  words.textContent = 'Filter 55: value × weight';
  button.textContent = 'Slide';
  button.className = 'button-quiet';
  const part = figureWith(words, button);
  expect(labelOf(part)).toBe('Filter 55: value × weight');
  const texts = [...figureSvg(part).querySelectorAll('text')].map(({ textContent }) => textContent);
  expect(texts).toEqual(['Filter 55: value × weight']);
});
