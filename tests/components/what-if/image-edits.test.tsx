import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { ImageEdits } from '@/components/explore/what-if/ImageEdits';
import { COURSE } from '@/lib/course/subject';
import { DIGITS } from '@/lib/shelf/digits';
import { turnTo } from '@/lib/store/subject/subject';

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
