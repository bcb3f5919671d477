/** The wall of images while it is scrolled: always painted where it is in sight, and seldom anew. */
import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { useEdits } from '@/components/explore/data/edit/use-edits';
import { useSelection } from '@/components/explore/data/edit/use-selection';
import { Wall } from '@/components/explore/data/Wall';
import type { LabelledSet } from '@/lib/data/sets/labelled-set';
import '@/app/tokens.css';
import '@/app/globals.css';

const COUNT = 5000;
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Images of these sides: a row of wide ones is low. */
const setOf = (height: number, width: number): LabelledSet => ({
  name: 'Many',
  form: 'images',
  classes: ['one'],
  shape: [height, width, 1],
  count: COUNT,
  pixels: new Uint8Array(COUNT * height * width),
  labels: new Uint16Array(COUNT),
  splits: new Uint8Array(COUNT),
  notes: [],
});
const places = Uint32Array.from({ length: COUNT }, (_, at) => at);

afterEach(() => vi.restoreAllMocks());

function Shown({ set }: { readonly set: LabelledSet }) {
  const { set: edited } = useEdits(set);
  const selection = useSelection(places, '');
  return (
    <Wall
      set={edited}
      places={places}
      view=""
      selection={selection}
      onDelete={() => {}}
      onUndo={() => {}}
      onRedo={() => {}}
    />
  );
}

test.each([
  [8, 8],
  [4, 32],
])('images of %i x %i', async (height, width) => {
  await render(<Shown set={setOf(height, width)} />);
  const wall = page.getByRole('listbox');
  await expect.element(wall).toBeVisible();
  const box = wall.element();
  await vi.waitFor(() => expect(box.querySelector('canvas')).not.toBeNull());
  const put = vi.spyOn(CanvasRenderingContext2D.prototype, 'putImageData');
  let frames = 0;
  for (let top = 0; top < box.scrollHeight - box.clientHeight && frames < 150; top += 7, frames++) {
    box.scrollTop = top;
    await frame();
    await frame();
    const painted = box.querySelector('canvas')?.getBoundingClientRect();
    const seen = box.getBoundingClientRect();
    expect(painted?.top).toBeLessThanOrEqual(seen.top + 2);
    expect(painted?.bottom).toBeGreaterThanOrEqual(seen.bottom - 2);
  }
  expect(frames).toBeGreaterThan(50);
  expect(put.mock.calls.length).toBeLessThan(frames / 5);
});
