/** Drawings of lessons and of the film that can be saved: each with all that it shows, in both forms. */
import { createRef } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { SaveImage } from '@/components/controls/SaveImage';
import { Kernels } from '@/components/mdx/ask/Kernels';
import { SlideImage } from '@/components/mdx/claims/slide/SlideImage';
import '@/app/tokens.css';
import '@/app/globals.css';

const { saved } = vi.hoisted(() => ({ saved: vi.fn<(name: string, file: Blob) => void>() }));
vi.mock('@/lib/site/save-file', () => ({ saveFile: saved }));
afterEach(() => saved.mockReset());

/** Saves what the page has, and gives the file's name and its drawing. */
async function save(): Promise<{ readonly name: string; readonly svg: Document }> {
  await userEvent.click(page.getByRole('button', { name: 'Save the figure as SVG' }));
  await expect.poll(() => saved.mock.calls.length).toBe(1);
  const [name, file] = saved.mock.calls[0];
  return { name, svg: new DOMParser().parseFromString(await file.text(), 'image/svg+xml') };
}

test('the kernels that a lesson shows are saved together', async () => {
  const kernel = { shape: [3, 3, 3, 4], values: Float32Array.from({ length: 108 }, (_, at) => (at % 9) - 4) };
  await render(<Kernels kernel={kernel} filters={[0, 2, 3]} size="large" />);
  const { name, svg } = await save();
  expect(name).toBe('3-kernels-in-colour.svg');
  expect(svg.querySelectorAll('image')).toHaveLength(3);
});

test('the moved image is saved with what is predicted, and without its controls', async () => {
  await render(<SlideImage />);
  const { svg } = await save();
  expect(svg.querySelectorAll('image')).toHaveLength(1);
  const text = svg.documentElement.textContent;
  for (const word of ['Right', 'Not moved', 'Loading']) expect(text).toContain(word);
  expect(text).not.toMatch(/Reset|SVG/);
});

test('a drawing that stands elsewhere, as the film’s, is saved under its own name', async () => {
  const canvas = createRef<HTMLCanvasElement>();
  await render(
    <>
      <canvas ref={canvas} width={40} height={20} role="img" aria-label="A window slides: conv1" />
      <SaveImage of={canvas} />
    </>,
  );
  const { name, svg } = await save();
  expect(name).toBe('a-window-slides.svg');
  expect(svg.querySelector('image')?.getAttribute('width')).toBe('40');
  expect(svg.documentElement.getAttribute('height')).toBe('52');
  saved.mockReset();
  await userEvent.click(page.getByRole('button', { name: 'Save the figure as PNG' }));
  await expect.poll(() => saved.mock.calls.length).toBe(1);
  expect(saved.mock.calls[0][1].type).toBe('image/png');
});
