/** The data sets that this browser stores, as their list shows them: in a real storage. */
import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { Edits } from '@/components/explore/data/edit/use-edits';
import { KeptSets } from '@/components/explore/data/KeptSets';
import type { LabelledSet } from '@/lib/data/sets/labelled-set';
import { fail, must, ok } from '@/lib/result';
import * as store from '@/lib/store/subject/kept-sets';

// What a set looks like has tests of its own.
vi.mock('@/components/explore/data/SetView', () => ({
  SetView: ({ edits }: { readonly edits: Edits }) => (
    <section aria-label="The set">
      <p>
        {edits.set.name}: {edits.set.classes.join(', ')}
      </p>
      <button type="button" onClick={() => edits.apply({ kind: 'rename', label: 0, name: 'puma' })}>
        Change
      </button>
    </section>
  ),
}));
vi.mock('@/lib/store/subject/kept-sets', { spy: true });

/** Of images of a thousand bytes. */
const setOf = (name: string, count: number): LabelledSet => ({
  name,
  form: 'images',
  classes: ['cat', 'dog'],
  shape: [20, 50, 1],
  count,
  pixels: new Uint8Array(count * 1000),
  labels: Uint16Array.from({ length: count }, (_, at) => at % 2),
  splits: new Uint8Array(count),
  notes: [],
});

async function empty() {
  for (const { id } of must(await store.listSets())) must(await store.deleteSet(id));
}
beforeEach(async () => {
  // Back to what the storage itself does.
  vi.resetAllMocks();
  await empty();
  vi.clearAllMocks();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const item = (name: string) => page.getByRole('listitem').filter({ hasText: name });
const alert = page.getByRole('alert').first();
const shown = page.getByRole('region', { name: 'The set' });
const heading = page.getByRole('heading', { name: 'Data sets in this browser' });

/** Two sets, of which the second one was stored last. */
async function showTwo() {
  must(await store.keepSet(setOf('Pets', 4)));
  await new Promise((later) => setTimeout(later, 5));
  must(await store.keepSet(setOf('Toys', 2500)));
  await render(<KeptSets />);
  await expect.element(item('Toys')).toBeVisible();
}

test('an empty list says so, and one that comes to be stored appears by itself', async () => {
  await render(<KeptSets />);
  await expect.element(page.getByText('None yet. A set that you read can be kept here.')).toBeVisible();
  must(await store.keepSet(setOf('Pets', 4)));
  await expect.element(item('Pets')).toHaveTextContent('4 images, 4.0 kB, stored on');
  await expect.element(page.getByText(/^None yet/)).not.toBeInTheDocument();
});

test('the newest is first, with its number of images and their size', async () => {
  await showTwo();
  const texts = page
    .getByRole('listitem')
    .elements()
    .map(({ textContent }) => textContent ?? '');
  expect(texts).toHaveLength(2);
  expect(texts[0]).toMatch(/^Toys2,500 images, 2\.5 MB, stored on .*20\d\d/);
  expect(texts[1]).toMatch(/^Pets4 images, 4\.0 kB, stored on/);
  await expect.element(page.getByText('At most 20 data sets are stored.')).toBeVisible();
});

test('a list that can’t be read is said to be unreadable, not empty', async () => {
  vi.mocked(store.listSets).mockResolvedValue(fail('This browser doesn’t let them be read.'));
  await render(<KeptSets />);
  await expect.element(alert).toHaveTextContent(/^This browser doesn’t let them be read\.$/);
  await expect.element(page.getByText(/^None yet/)).not.toBeInTheDocument();
});

test('the keyboard renames a set, and comes back to where it was', async () => {
  await showTwo();
  const rename = button('Rename “Pets”');
  (rename.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  const field = page.getByLabelText('New name');
  await expect.element(field).toHaveFocus();
  await expect.element(field).toHaveValue('Pets');
  // Nothing but blanks is no name.
  await userEvent.fill(field, '   ');
  await userEvent.keyboard('{Enter}');
  await expect.element(field).toBeVisible();
  expect(store.renameSet).not.toHaveBeenCalled();
  await userEvent.fill(field, '  Cats and dogs ');
  await userEvent.keyboard('{Enter}');
  await expect.element(item('Cats and dogs')).toBeVisible();
  await expect.element(button('Rename “Cats and dogs”')).toHaveFocus();
  expect(must(await store.listSets()).map(({ name }) => name)).toEqual(['Toys', 'Cats and dogs']);
});

test('a name that is not saved stays as it was', async () => {
  await showTwo();
  await button('Rename “Pets”').click();
  await userEvent.fill(page.getByLabelText('New name'), 'Other');
  await button('Cancel').click();
  await expect.element(button('Rename “Pets”')).toHaveFocus();
  vi.mocked(store.renameSet).mockResolvedValueOnce(fail('The change could not be stored.'));
  await button('Rename “Pets”').click();
  await userEvent.fill(page.getByLabelText('New name'), 'Other');
  await button('Save').click();
  await expect.element(alert).toHaveTextContent(/^The change could not be stored\.$/);
  await expect.element(item('Pets')).toBeVisible();
});

test('a shown set is called by its new name as well', async () => {
  await showTwo();
  await button('Show “Pets”').click();
  await expect.element(shown).toHaveTextContent('Pets: cat, dog');
  await button('Change').click();
  await button('Rename “Pets”').click();
  await userEvent.fill(page.getByLabelText('New name'), 'Zoo');
  await userEvent.keyboard('{Enter}');
  // Its changes are still there.
  await expect.element(shown).toHaveTextContent('Zoo: puma, dog');
  await button('Show “Toys”').click();
  await expect
    .element(alert)
    .toHaveTextContent('“Zoo” has changes that are not stored. Save or undo them first.');
});

test('deleting is asked about; whoever keeps it is back at the button', async () => {
  await showTwo();
  await button('Delete “Pets”').click();
  await expect.element(page.getByText('Delete “Pets” from this browser?')).toBeVisible();
  await expect.element(button('Keep')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(button('Delete “Pets”')).toHaveFocus();
  expect(store.deleteSet).not.toHaveBeenCalled();
  expect(must(await store.listSets())).toHaveLength(2);
});

test('a deleted set is gone with what was shown of it, and the keyboard goes to the list’s heading', async () => {
  await showTwo();
  await button('Show “Pets”').click();
  await expect.element(shown).toBeVisible();
  await expect.element(item('Pets')).toHaveTextContent('Shown now');
  await button('Delete “Pets”').click();
  await button('Delete').click();
  await expect.element(item('Pets')).not.toBeInTheDocument();
  await expect.element(shown).not.toBeInTheDocument();
  await expect.element(heading).toHaveFocus();
  expect(must(await store.listSets()).map(({ name }) => name)).toEqual(['Toys']);
});

test('a set that could not be deleted is still listed and shown, with the reason', async () => {
  await showTwo();
  await button('Show “Pets”').click();
  await button('Change').click();
  vi.mocked(store.deleteSet).mockResolvedValueOnce(fail('The data set could not be deleted.'));
  await button('Delete “Pets”').click();
  await button('Delete').click();
  await expect.element(alert).toHaveTextContent(/^The data set could not be deleted\.$/);
  await expect.element(item('Pets')).toBeVisible();
  // What was changed and not stored would be lost otherwise.
  await expect.element(shown).toHaveTextContent('Pets: puma, dog');
});

test('another set is shown only when changes are stored; a full storage is said, with the room that is left', async () => {
  await showTwo();
  await button('Show “Pets”').click();
  await button('Change').click();
  await button('Show “Toys”').click();
  await expect
    .element(alert)
    .toHaveTextContent('“Pets” has changes that are not stored. Save or undo them first.');
  await expect.element(shown).toHaveTextContent('Pets: puma, dog');
  // The set takes 4,000 bytes; of 10,000 there are 7,000 taken.
  const estimate = vi.spyOn(navigator.storage, 'estimate').mockResolvedValue({ quota: 10_000, usage: 7000 });
  await button('Save the changes').click();
  await expect
    .element(page.getByText('The data set takes 4.0 kB, and this browser has 3.0 kB left for this site.'))
    .toBeVisible();
  await expect.element(page.getByText('There are changes that are not stored yet.')).toBeVisible();
  estimate.mockRestore();
  await button('Save the changes').click();
  await expect.element(page.getByText('Stored in this browser', { exact: true })).toBeVisible();
  await button('Show “Toys”').click();
  await expect.element(shown).toHaveTextContent('Toys: cat, dog');
  await expect.element(alert).toBeEmptyDOMElement();
  await button('Show “Pets”').click();
  await expect.element(shown).toHaveTextContent('Pets: puma, dog');
});

test('a set that can’t be read any more is said to be so, and the shown one stays', async () => {
  await showTwo();
  await button('Show “Pets”').click();
  await expect.element(shown).toBeVisible();
  vi.mocked(store.keptSet).mockResolvedValueOnce(ok(null));
  await button('Show “Toys”').click();
  await expect.element(alert).toHaveTextContent('The stored data set can’t be read any more.');
  await expect.element(shown).toHaveTextContent('Pets: cat, dog');
});

/** The next set that is read is “Pets”, once the returned function is called. */
function petsComeLate(): () => void {
  let late = () => {};
  const pets = new Promise<Awaited<ReturnType<typeof store.keptSet>>>((resolve) => {
    late = () => resolve(ok({ ...setOf('Pets', 4), id: 'pets', keptAt: 1 }));
  });
  vi.mocked(store.keptSet).mockReturnValueOnce(pets);
  return late;
}

test.each([
  ['Pets', null],
  ['Toys', 'Pets: cat, dog'],
])('when “%s” is deleted while “Pets” is read, it shows %s', async (deleted, then) => {
  await showTwo();
  const late = petsComeLate();
  await button('Show “Pets”').click();
  await button(`Delete “${deleted}”`).click();
  await button('Delete').click();
  await expect.element(heading).toHaveFocus();
  late();
  await new Promise((later) => setTimeout(later, 50));
  if (then) await expect.element(shown).toHaveTextContent(then);
  else await expect.element(shown).not.toBeInTheDocument();
});

test('of two that are asked for the later one is shown, whichever is read first', async () => {
  await showTwo();
  const late = petsComeLate();
  await button('Show “Pets”').click();
  await button('Show “Toys”').click();
  await expect.element(shown).toHaveTextContent('Toys: cat, dog');
  late();
  await new Promise((later) => setTimeout(later, 50));
  await expect.element(shown).toHaveTextContent('Toys: cat, dog');
});
