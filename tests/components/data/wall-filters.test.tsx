/** The wall's filter by what the shown network predicts: right, or wrong. */
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { useEdits } from '@/components/explore/data/edit/use-edits';
import { SetView } from '@/components/explore/data/SetView';
import { Supply } from '@/components/state/Supply';
import type { LabelledSet } from '@/lib/data/sets/labelled-set';
import { fail, ok, type Result } from '@/lib/result';
import { pipeline, trace } from '../support/small-network';
import '@/app/tokens.css';
import '@/app/globals.css';

/** Stands for a network that takes the first byte of an image for its class. */
const predict = vi.fn(async (pixels: Uint8Array, count: number): Promise<Result<Float32Array>> => {
  const shares = new Float32Array(count * 3);
  const bytes = pixels.length / count;
  for (let at = 0; at < count; at++) shares[at * 3 + pixels[at * bytes]] = 1;
  return ok(shares);
});
vi.mock('@/lib/store/explore/copy', () => ({
  withCopyOf: (_architecture: object, _trace: object, use: (copied: object) => Promise<object>) =>
    use({
      engine: { predict: (_copy: object, pixels: Uint8Array, count: number) => predict(pixels, count) },
    }),
}));
vi.mock('@/lib/data/sets/work/set-work', () => ({
  lookThrough: async () => null,
  packSet: async () => null,
}));
afterEach(() => predict.mockClear());

const COUNT = 60;
const BYTES = 8 * 9 * 3;

/** Cats, dogs and ships; every fifth image is predicted as the next class. The set's classes stand in another order. */
const setOf = (classes: readonly string[]): LabelledSet => {
  const pixels = new Uint8Array(COUNT * BYTES);
  for (let at = 0; at < COUNT; at++) pixels[at * BYTES] = (at + (at % 5 === 0 ? 1 : 0)) % 3;
  return {
    name: 'Three',
    form: 'images',
    classes,
    shape: [8, 9, 3],
    count: COUNT,
    pixels,
    labels: Uint16Array.from({ length: COUNT }, (_, at) => 2 - (at % 3)),
    splits: new Uint8Array(COUNT),
    notes: [],
  };
};

function Shown({ set }: { readonly set: LabelledSet }) {
  const edits = useEdits(set);
  return (
    <Supply pipeline={pipeline} trace={trace}>
      <SetView edits={edits} onWriteCard={() => {}} />
    </Supply>
  );
}

const wallOf = (count: number) => page.getByRole('listbox', { name: `${count} images side by side` });
const filter = () => page.getByLabelText('Prediction', { exact: true });

test('images are filtered by whether the network predicts them right, and a corrected label counts at once', async () => {
  await render(<Shown set={setOf(['ship', 'dog', 'cat'])} />);
  await expect.element(wallOf(60)).toBeVisible();
  expect(predict).not.toHaveBeenCalled();

  await userEvent.selectOptions(filter(), 'wrong');
  await expect.element(page.getByText('“small” predicts 48 of 60 images right.')).toBeVisible();
  await expect.element(wallOf(12)).toBeVisible();
  await userEvent.selectOptions(filter(), 'right');
  await expect.element(wallOf(48)).toBeVisible();
  // Each image was predicted once.
  expect(predict.mock.calls.reduce((sum, [, count]) => sum + count, 0)).toBe(COUNT);

  // The first wrong one is a cat that is predicted as a dog: relabelled, it is right.
  await userEvent.selectOptions(filter(), 'wrong');
  (wallOf(12).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Label: cat; predicted: dog.')).toBeVisible();
  await userEvent.selectOptions(
    page.getByRole('region', { name: 'Change the images' }).getByLabelText('Class'),
    'dog',
  );
  await userEvent.click(page.getByRole('button', { name: 'Relabel' }));
  await expect.element(wallOf(11)).toBeVisible();
  await expect.element(page.getByText('“small” predicts 49 of 60 images right.')).toBeVisible();
  expect(predict.mock.calls.reduce((sum, [, count]) => sum + count, 0)).toBe(COUNT);
});

test('the predictions stand as a matrix, whose cells show their images on the wall', async () => {
  await render(<Shown set={setOf(['ship', 'dog', 'cat'])} />);
  await userEvent.selectOptions(filter(), 'wrong');
  await expect.element(wallOf(12)).toBeVisible();
  const matrix = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: 'right' }) });
  const numbers = matrix
    .getByRole('button')
    .elements()
    .map(({ textContent }) => Number(textContent));
  expect(numbers.reduce((sum, number) => sum + number, 0)).toBe(COUNT);
  // Cats stand first in the network's classes, whatever their place in the set's.
  await userEvent.click(matrix.getByRole('button', { name: /cat/ }).first());
  await expect.element(wallOf(16)).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Show all again' }));
  await expect.element(wallOf(48)).toBeVisible();
  await userEvent.click(matrix.getByRole('button', { name: /as dog/ }).first());
  await expect.element(wallOf(4)).toBeVisible();
  expect(predict.mock.calls.reduce((sum, [, count]) => sum + count, 0)).toBe(COUNT);
});

test('predicting can be cancelled, and a failure is said', async () => {
  predict.mockImplementationOnce(() => new Promise(() => {}));
  await render(<Shown set={setOf(['ship', 'dog', 'cat'])} />);
  await userEvent.selectOptions(filter(), 'wrong');
  await expect.element(page.getByText(/^“small” predicts the images/)).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Cancel' }));
  await expect.element(page.getByText(/^“small” predicts the images/)).not.toBeInTheDocument();
  await expect.element(wallOf(60)).toBeVisible();

  predict.mockResolvedValueOnce(fail('The engine is gone.'));
  await userEvent.selectOptions(filter(), 'wrong');
  await expect.element(page.getByText('The engine is gone.')).toBeVisible();
  await expect.element(wallOf(60)).toBeVisible();
});

test('a network with other classes is said to have them, and there is no such filter', async () => {
  await render(<Shown set={setOf(['ship', 'frog', 'cat'])} />);
  await expect
    .element(page.getByText(/^“small”, the network that these pages show, has other classes/))
    .toBeVisible();
  await expect.element(filter()).not.toBeInTheDocument();
});
