/** A few images of a set: painted once, and again only when they are others. */
import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { CapturedClassRow } from '@/components/explore/data/camera/CapturedClassRow';
import { Thumbs } from '@/components/explore/data/look/Thumbs';
import type { MapShape } from '@/lib/tensor/tensor';

const SHAPE: MapShape = [1, 1, 1];
/** Each image is one grey pixel, as bright as its place. */
const pixels = Uint8Array.from({ length: 200 }, (_, at) => at);
const places = Array.from({ length: 100 }, (_, at) => 2 * at);

afterEach(() => vi.restoreAllMocks());

const painted = (name: string) => {
  const canvas = page.getByRole('img', { name }).element();
  if (!(canvas instanceof HTMLCanvasElement)) throw new Error('no canvas');
  const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, 1) ?? { data: [] };
  return [...data].filter((_, at) => at % 4 === 0);
};

test('the first of many images are shown, and painted again only when they are others', async () => {
  const paint = vi.spyOn(CanvasRenderingContext2D.prototype, 'putImageData');
  const thumbs = (of: readonly number[]) => (
    <Thumbs set={{ pixels, shape: SHAPE }} places={of} most={3} label="some" />
  );
  const { rerender } = await render(thumbs(places));
  expect(painted('some')).toEqual([0, 2, 4]);
  const before = paint.mock.calls.length;
  await rerender(thumbs(places));
  expect(paint.mock.calls.length).toBe(before);
  await rerender(thumbs([7, 9]));
  expect(painted('some')).toEqual([7, 9]);
});

test('the last frames of a class follow what is added and taken away', async () => {
  const frame = (tone: number) => ({ pixels: Uint8Array.of(tone), burst: 1 });
  const row = (tones: readonly number[]) => (
    <ul>
      <CapturedClassRow
        one={{ id: 1, name: 'cup', frames: tones.map(frame) }}
        number={1}
        shape={SHAPE}
        count=""
        add={() => null}
        removeLast={{ word: 'Remove', label: () => 'Remove' }}
        onName={() => {}}
        onRemoveLast={() => {}}
      />
    </ul>
  );
  const name = 'The last frames of “cup”';
  const { rerender } = await render(row([10, 20]));
  expect(painted(name)).toEqual([10, 20]);
  await rerender(row([10, 20, 30]));
  expect(painted(name)).toEqual([10, 20, 30]);
  // As many as before, and others: the last was taken back and another one came.
  await rerender(row([10, 20, 40]));
  expect(painted(name)).toEqual([10, 20, 40]);
});
