import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { ImagePicker } from '@/components/images/ImagePicker';
import { COURSE } from '@/lib/course/subject';
import type { InputImage } from '@/lib/data/input-image';
import '@/app/tokens.css';
import '@/app/globals.css';

interface PageProps {
  onChoose: (image: InputImage) => void;
  brief?: boolean;
}

function Page({ onChoose, brief }: PageProps) {
  const [selected, setSelected] = useState(COURSE.dataSet.first.id);
  return (
    <ImagePicker
      brief={brief}
      selected={selected}
      onChoose={(image) => {
        setSelected(image.id);
        onChoose(image);
      }}
    />
  );
}

async function pngFile(width: number, height: number, name: string): Promise<File> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  for (let x = 0; x < width; x += 20) {
    if (context) context.fillStyle = `hsl(${x} 60% 50%)`;
    context?.fillRect(x, 0, 20, height);
  }
  return new File([await canvas.convertToBlob()], name, { type: 'image/png' });
}

function drop(file: File) {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
}

test('about twenty samples are shown, the selected one is checked, and a click fetches its pixels', async () => {
  const onChoose = vi.fn<(image: InputImage) => void>();
  await render(<Page onChoose={onChoose} />);
  await expect
    .element(page.getByRole('radio', { checked: true }))
    .toHaveAttribute('value', COURSE.dataSet.first.id);
  expect(page.getByRole('radio').elements().length).toBeGreaterThanOrEqual(20);
  const frog = page.getByRole('radio', { name: /^frog/ }).first();
  await page.getByText('frog').first().click();
  await expect.poll(() => onChoose.mock.calls.at(-1)?.[0].label).toBe('frog');
  expect(onChoose.mock.calls.at(-1)?.[0].pixels).toHaveLength(64 * 64 * 3);
  await expect.element(frog).toBeChecked();
});

test('in brief the group of the selected sample is shown, a file is taken, and the rest comes when asked for', async () => {
  const onChoose = vi.fn<(image: InputImage) => void>();
  await render(<Page brief onChoose={onChoose} />);
  await expect
    .element(page.getByRole('radio', { checked: true }))
    .toHaveAttribute('value', COURSE.dataSet.first.id);
  expect(page.getByRole('radio').elements()).toHaveLength(COURSE.dataSet.classes.length);
  await expect.element(page.getByRole('button', { name: 'Choose a file' })).toBeVisible();
  drop(await pngFile(100, 100, 'mine.png'));
  await page.getByRole('button', { name: 'Use this square' }).click();
  await expect.poll(() => onChoose.mock.calls.at(-1)?.[0].name).toBe('mine.png');
  await expect.element(page.getByRole('radio', { name: 'mine' })).toBeChecked();
  await page.getByRole('button', { name: 'More images' }).click();
  await expect.element(page.getByRole('group', { name: 'Photographs' })).toBeVisible();
  expect(page.getByRole('radio').elements().length).toBeGreaterThanOrEqual(20);
  await expect.element(page.getByRole('button', { name: 'Shuffle the samples' })).toBeVisible();
});

test('arrow keys move through the images', async () => {
  const onChoose = vi.fn<(image: InputImage) => void>();
  await render(<Page onChoose={onChoose} />);
  await expect.element(page.getByRole('radio', { checked: true })).toBeInTheDocument();
  const radios = page.getByRole('radio').elements();
  const start = radios.findIndex((radio) => radio.matches(':checked'));
  (radios[start] as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.poll(() => onChoose.mock.calls.length).toBe(1);
  expect(onChoose.mock.calls[0][0].id).toBe(radios[start + 1].getAttribute('value'));
});

test('a dropped image is cropped by keyboard, chosen, listed and can be removed', async () => {
  const onChoose = vi.fn<(image: InputImage) => void>();
  await render(<Page onChoose={onChoose} />);
  await expect.element(page.getByRole('radio', { checked: true })).toBeInTheDocument();
  drop(await pngFile(400, 200, 'stripes.png'));
  const dialog = page.getByRole('dialog', { name: 'Cut out a square' });
  await expect.element(dialog).toBeInTheDocument();
  (dialog.getByLabelText(/The frame around the square/).element() as HTMLElement).focus();
  await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowRight}{/Shift}');
  await dialog.getByRole('button', { name: 'Use this square' }).click();
  await expect.poll(() => onChoose.mock.calls.length).toBe(1);
  const { kind, name, pixels } = onChoose.mock.calls[0][0];
  expect({ kind, name, bytes: pixels.length }).toEqual({ kind: 'own', name: 'stripes.png', bytes: 12288 });
  await expect.element(page.getByRole('radio', { name: 'stripes.png' })).toBeChecked();
  await page.getByRole('button', { name: 'Remove stripes.png' }).click();
  await expect.element(page.getByRole('radio', { name: 'stripes.png' })).not.toBeInTheDocument();
});

test('a file that is not an image gets a sentence beside the drop zone, and the next image still works', async () => {
  await render(<Page onChoose={() => {}} />);
  drop(new File(['not an image'], 'notes.txt', { type: 'text/plain' }));
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('“notes.txt” is not an image that this browser can read.');
  drop(await pngFile(100, 100, 'good.png'));
  await expect.element(page.getByRole('dialog')).toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await expect.element(page.getByRole('alert')).toBeEmptyDOMElement();
});
