import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { ImageEdits } from '@/components/explore/what-if/ImageEdits';
import { COURSE } from '@/lib/course/subject';
import { DIGITS } from '@/lib/shelf/digits';
import { openWhatIf, resetEdits, whatIf } from '@/lib/store/explore/what-if';
import { turnTo } from '@/lib/store/subject/subject';
import { clearTraces, showImage } from '@/lib/store/trace/trace';

afterEach(() => turnTo(COURSE));

test('a colour image is painted with colours, a grey one with a brightness', async () => {
  await render(<ImageEdits />);
  await expect.element(page.getByLabelText('colour')).toHaveAttribute('type', 'color');
  expect(page.getByRole('slider', { name: 'brightness' }).all()).toHaveLength(0);
  turnTo(DIGITS);
  const brightness = page.getByRole('slider', { name: 'brightness' });
  await brightness.fill('5');
  await expect.element(brightness).toHaveValue('5');
  expect(page.getByLabelText('colour').all()).toHaveLength(0);
});

test('the edited image of the network before is not drawn in the shape of the one that the page turns to', async () => {
  showImage({ id: 'cat-1', kind: 'sample', name: 'cat', pixels: new Uint8Array(64 * 64 * 3) });
  const leave = openWhatIf();
  resetEdits();
  expect(whatIf.getState().pixels).toHaveLength(64 * 64 * 3);
  await render(<ImageEdits />);
  turnTo(DIGITS);
  await expect.element(page.getByRole('slider', { name: 'brightness' })).toBeVisible();
  leave();
  clearTraces();
});
