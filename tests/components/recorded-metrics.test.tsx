import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Metrics } from '@/components/ways/metrics/Metrics';
import { COURSE } from '@/lib/course/subject';
import facts from '@/lib/shelf/facts.json';
import { PHOTOGRAPHS } from '@/lib/shelf/photographs';
import { turnTo } from '@/lib/store/subject/subject';

afterEach(() => {
  turnTo(COURSE);
  vi.restoreAllMocks();
});

test('a network whose test images do not ship shows the figures that were recorded of it', async () => {
  turnTo(PHOTOGRAPHS);
  await render(<Metrics />);
  const { accuracy, images } = facts.photographs;
  await expect
    .element(page.getByRole('definition').first())
    .toHaveTextContent(`${(100 * accuracy).toFixed(1)}%`);
  await expect.element(page.getByText(/^The 10,000 test images of this network are not part/)).toBeVisible();

  // Every test image is counted once, in the row of its class; the diagonal is the accuracy.
  const rows = [...document.querySelectorAll('table')[0].querySelectorAll('tbody tr')];
  const counts = rows.map((row) =>
    [...row.querySelectorAll('td span')].map(({ textContent }) => Number(textContent)),
  );
  expect(counts.map(({ length }) => length)).toEqual(PHOTOGRAPHS.dataSet.classes.map(() => 10));
  expect(counts.flat().reduce((sum, count) => sum + count, 0)).toBe(images);
  const right = counts.reduce((sum, row, at) => sum + row[at], 0);
  expect(right / images).toBeCloseTo(accuracy, 4);
  // Nothing can be opened here: the images are not there, but where they can be is said.
  await expect.element(page.getByRole('link', { name: 'page for data sets' })).toBeVisible();
  expect(document.querySelectorAll('table button, ol button')).toHaveLength(0);
  await expect.element(page.getByRole('row', { name: /^cat/ }).last()).toBeVisible();
});

test('figures that cannot be loaded are reported, and loaded on request', async () => {
  turnTo(PHOTOGRAPHS);
  const fetching = vi.spyOn(window, 'fetch').mockResolvedValueOnce(new Response('gone', { status: 404 }));
  await render(<Metrics />);
  await expect.element(page.getByRole('status')).toHaveTextContent('could not be loaded');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByRole('definition').first()).toHaveTextContent('%');
  expect(fetching).toHaveBeenCalledTimes(2);
});
