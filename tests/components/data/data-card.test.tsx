/** The card of a learner's own set: images, and the originals behind them. */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { DataCard } from '@/components/explore/data/look/DataCard';
import { type EditedSet, editedCounts, unchanged } from '@/lib/data/sets/edit/edited-set';
import { cardOfKnown } from '@/lib/data/sets/known/about';
import type { DistinctCounts } from '@/lib/data/sets/look/findings';
import '@/app/tokens.css';
import '@/app/globals.css';

const COUNT = 40;
const set: EditedSet = unchanged({
  name: 'few',
  form: 'images',
  classes: ['cat', 'dog'],
  shape: [1, 1, 1],
  count: COUNT,
  pixels: new Uint8Array(COUNT),
  labels: Uint16Array.from({ length: COUNT }, (_, at) => at % 2),
  splits: Uint8Array.from({ length: COUNT }, (_, at) => (at < 30 ? 0 : 2)),
  notes: [],
});
const DISTINCT: DistinctCounts = {
  counted: 'byLooks',
  images: 40,
  pixels: 35,
  originals: 12,
  originalsIn: { training: 10, validation: 0, test: 1 },
};

const show = async (state: { readonly distinct: DistinctCounts | null; readonly isPending: boolean }) => {
  await render(<DataCard set={set} counts={editedCounts(set)} findings={[]} onWrite={() => {}} {...state} />);
  await page.getByText('Data card').click();
};

test('says how many distinct originals there are, in all and in each split', async () => {
  await show({ distinct: DISTINCT, isPending: false });
  await expect
    .element(page.getByText('40 images of about 12 originals, counted by their looks'))
    .toBeVisible();
  await expect
    .element(page.getByText('Training: 30 of about 10 originals, Test: 10 of one original'))
    .toBeVisible();
  await expect.element(page.getByText(/by their pixels alone, 35 images are different/)).toBeVisible();
});

test('a recorded number is not called a guess, and stands alone', async () => {
  const distinct: DistinctCounts = {
    ...DISTINCT,
    counted: 'recorded',
    pixels: null,
    originals: 11,
    originalsIn: { training: 8, validation: 0, test: 3 },
  };
  await show({ distinct, isPending: true });
  await expect.element(page.getByText('40 images of 11 originals', { exact: true })).toBeVisible();
  await expect
    .element(page.getByText('Training: 30 of 8 originals, Test: 10 of 3 originals', { exact: true }))
    .toBeVisible();
  await expect
    .element(
      page.getByText('Recorded when the images were made from their originals, several from each.', {
        exact: true,
      }),
    )
    .toBeVisible();
  await expect.element(page.getByText(/^The 40 images are versions of 11 originals/)).toBeVisible();
  // Nobody has looked for weaknesses yet.
  await expect.element(page.getByText('none found')).not.toBeInTheDocument();
});

test('says that they are being counted', async () => {
  await show({ distinct: null, isPending: true });
  await expect.element(page.getByText('40 images; the distinct originals are being counted …')).toBeVisible();
});

test('says that nobody counted them', async () => {
  await show({ distinct: null, isPending: false });
  await expect.element(page.getByText('40 images; the distinct originals were not counted')).toBeVisible();
  await expect.element(page.getByText('not computed')).toBeVisible();
});

test('a set that was recognised has its terms, and weaknesses with their sources, before what was computed', async () => {
  const known: EditedSet = { ...set, known: 'cifar10', card: cardOfKnown('cifar10') };
  await render(
    <DataCard
      set={known}
      counts={editedCounts(known)}
      distinct={DISTINCT}
      isPending={false}
      findings={[{ kind: 'plain', count: 3, places: [] }]}
      onWrite={() => {}}
    />,
  );
  await page.getByText('Data card').click();
  await expect.element(page.getByText(/Recognised as CIFAR-10,/)).toBeVisible();
  await expect.element(page.getByLabelText('Licence')).toHaveValue(cardOfKnown('cifar10').licence);
  await expect
    .element(page.getByRole('link', { name: 'Barz and Denzler 2020' }))
    .toHaveAttribute('href', 'https://doi.org/10.3390/jimaging6060041');
  await expect.element(page.getByText(/3\.3\s?% of the test images have a near-duplicate/)).toBeVisible();
  await expect.element(page.getByText(/3 images are of a single colour/)).toBeVisible();
});

test('what the owner types is handed on, without blanks at its ends', async () => {
  const written: unknown[] = [];
  await render(
    <DataCard
      set={set}
      counts={editedCounts(set)}
      distinct={null}
      isPending={false}
      findings={[]}
      onWrite={(card) => written.push(card)}
    />,
  );
  await page.getByText('Data card').click();
  await page.getByLabelText('Where from').fill(' my garden ');
  await page.getByLabelText('Licence').fill('CC0');
  await page.getByRole('button', { name: 'Save' }).click();
  expect(written).toEqual([{ source: 'my garden', licence: 'CC0' }]);
  await expect.element(page.getByText('Saved.')).toBeVisible();
});
