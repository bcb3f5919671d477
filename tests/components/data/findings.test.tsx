/** What stands out about a set, each with its images. */
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Findings } from '@/components/explore/data/look/Findings';
import type { Look } from '@/components/explore/data/look/use-look';
import { type EditedSet, unchanged } from '@/lib/data/sets/edit/edited-set';
import { type Finding, oddFindings } from '@/lib/data/sets/look/findings';

const COUNT = 12;
const set: EditedSet = unchanged({
  name: 'some',
  form: 'images',
  classes: ['cat', 'dog'],
  shape: [2, 2, 1],
  count: COUNT,
  // Each image has a tone of its own.
  pixels: Uint8Array.from({ length: COUNT * 4 }, (_, at) => 10 * Math.floor(at / 4)),
  labels: Uint16Array.from({ length: COUNT }, (_, at) => at % 2),
  splits: new Uint8Array(COUNT),
  notes: [],
  odd: [
    { kind: 'oddSize', usual: '2 × 2', places: [3, 7], examples: [{ place: 3, name: '“wide.png” (9 × 2)' }] },
    { kind: 'print', places: [5], examples: [{ place: 5, name: 'cmyk.jpg' }] },
  ],
});
const LOOKED: Look = {
  survey: {
    sameAs: new Uint32Array(COUNT),
    looksLike: new Uint32Array(COUNT),
    mirrorOf: new Uint32Array(COUNT),
    plain: new Uint8Array(COUNT),
    grey: new Uint8Array(COUNT),
  },
  statistics: null,
  done: 1,
  problem: null,
};

const show = async (findings: readonly Finding[], look = LOOKED) => {
  const onShow = vi.fn();
  await render(<Findings set={set} look={look} findings={findings} onShow={onShow} />);
  return onShow;
};

/** The tones of the images that stand beside a sentence. */
const tones = (item: Element) =>
  [...item.querySelectorAll('canvas')].flatMap((canvas) => {
    const { width, height } = canvas;
    const data = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
    return [...new Set([...data].filter((_, at) => at % 4 === 0))];
  });

test('images of odd size or colours stand beside their sentence, and are shown on the wall', async () => {
  const onShow = await show(oddFindings(set));
  const items = page.getByRole('listitem');
  await expect.element(items).toHaveLength(2);
  await expect.element(items.nth(0)).toHaveTextContent(/2 images have a different size than the usual 2 × 2/);
  await expect.element(items.nth(0)).toHaveTextContent(/“wide\.png” \(9 × 2\) and 1 more/);
  await expect.element(items.nth(1)).toHaveTextContent(/One image is in colours for print .*“cmyk\.jpg”/);
  expect(tones(items.nth(0).element())).toEqual([30, 70]);
  expect(tones(items.nth(1).element())).toEqual([50]);
  await items.nth(0).getByRole('button').click();
  expect(onShow).toHaveBeenCalledWith(expect.objectContaining({ places: [3, 7] }));
});

test('what was deleted is not counted any more', async () => {
  const there = set.there.with(7, 0).with(5, 0);
  await show(oddFindings({ ...set, there }));
  await expect.element(page.getByRole('listitem')).toHaveLength(1);
  await expect.element(page.getByText(/^One image has a different size/)).toBeVisible();
});

test('mirror images are counted, and those that lead from one split to another', async () => {
  await show([{ kind: 'mirrored', count: 3, leaks: 1, places: [1, 2] }]);
  await expect
    .element(
      page.getByText(
        '3 images look like the mirror image of another; in one such pair only one of the two is in the training set.',
      ),
    )
    .toBeVisible();
});

test('that nothing stands out is said only when all was looked at', async () => {
  await show([], { ...LOOKED, survey: null, done: 0.5 });
  await expect.element(page.getByRole('progressbar')).toHaveAttribute('value', '0.5');
  expect(document.body.textContent).not.toMatch(/Nothing: no copies/);
});
