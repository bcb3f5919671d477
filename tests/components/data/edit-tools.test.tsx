/** Changing images and classes of a set: what the tools ask for, and what they say of it. */
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { CountsTable } from '@/components/explore/data/CountsTable';
import { ClassTools } from '@/components/explore/data/edit/ClassTools';
import { EditTools } from '@/components/explore/data/edit/EditTools';
import { useChanges } from '@/components/explore/data/edit/use-changes';
import { useEdits } from '@/components/explore/data/edit/use-edits';
import { useSelection } from '@/components/explore/data/edit/use-selection';
import { editedCounts, placesOfAll } from '@/lib/data/sets/edit/edited-set';
import type { LabelledSet } from '@/lib/data/sets/labelled-set';

const COUNT = 9;
const SET: LabelledSet = {
  name: 'some',
  form: 'images',
  classes: ['cat', 'dog', 'frog'],
  shape: [1, 1, 1],
  count: COUNT,
  pixels: new Uint8Array(COUNT),
  labels: Uint16Array.from({ length: COUNT }, (_, at) => at % 3),
  splits: new Uint8Array(COUNT),
  notes: [],
};

function Tools() {
  const edits = useEdits(SET);
  const changes = useChanges(edits);
  const shown = placesOfAll(edits.set, (at) => edits.set.labels[at] === 0);
  const selection = useSelection(shown, 'cats');
  return (
    <>
      <CountsTable classes={edits.set.classes} counts={editedCounts(edits.set)} />
      <EditTools changes={changes} selection={selection} shown={shown} />
      <ClassTools changes={changes} />
      <button type="button" onClick={() => selection.choose(0, false)}>
        First
      </button>
    </>
  );
}

const rows = () =>
  page
    .getByRole('row')
    .elements()
    .map((row) => [...row.children].map((cell) => cell.textContent).join(' '));
const tools = () => page.getByRole('region', { name: 'Change the images' });

test('nothing is changed while no image is selected', async () => {
  await render(<Tools />);
  for (const name of ['Delete', 'Relabel', 'Move'])
    await tools().getByRole('button', { name }).click({ force: true });
  expect(rows()).toEqual(['Class Training', 'cat 3', 'dog 3', 'frog 3', 'Total 9']);
  await expect
    .element(tools().getByRole('button', { name: 'Undo' }))
    .toHaveAttribute('aria-disabled', 'true');
});

test('selected images are moved to another split, which then has a column; undo takes it back', async () => {
  await render(<Tools />);
  await tools().getByRole('button', { name: 'Select all shown' }).click();
  await expect.element(tools().getByText('3 images selected')).toBeVisible();
  await userEvent.selectOptions(tools().getByLabelText('Split'), 'Test');
  await tools().getByRole('button', { name: 'Move' }).click();
  expect(rows()).toEqual(['Class Training Test', 'cat 0 3', 'dog 3 0', 'frog 3 0', 'Total 6 3']);
  await expect.element(tools().getByRole('status')).toHaveTextContent('3 images moved to Test.');
  await expect.element(tools().getByText('None selected')).toBeVisible();
  await tools().getByRole('button', { name: 'Undo' }).click();
  expect(rows()[0]).toBe('Class Training');
});

test('of one selected image the class and the split are said', async () => {
  await render(<Tools />);
  await page.getByRole('button', { name: 'First' }).click();
  await expect.element(tools().getByText('One image selected: cat, Training')).toBeVisible();
});

test('a new class needs a name that no other has, whatever its capitals', async () => {
  await render(<Tools />);
  await tools().getByRole('button', { name: 'Select all shown' }).click();
  await userEvent.selectOptions(tools().getByLabelText('Class'), 'A new class …');
  await tools().getByLabelText('Name of the new class').fill('DOG');
  await tools().getByRole('button', { name: 'Relabel' }).click();
  await expect.element(tools().getByRole('alert')).toHaveTextContent('There is a class “dog” already.');
  expect(rows()).toHaveLength(5);
  await tools().getByLabelText('Name of the new class').fill(' puma ');
  await tools().getByRole('button', { name: 'Relabel' }).click();
  expect(rows()).toEqual(['Class Training', 'cat 0', 'dog 3', 'frog 3', 'puma 3', 'Total 9']);
  await expect.element(tools().getByRole('alert')).toBeEmptyDOMElement();
});

test('a class is renamed, and merged with another: its images keep theirs', async () => {
  await render(<Tools />);
  await page.getByText('Rename or merge classes').click();
  await page.getByLabelText('New name').fill('toad');
  const label = () => page.getByLabelText('Class', { exact: true }).nth(1);
  await userEvent.selectOptions(label(), 'frog');
  await page.getByRole('button', { name: 'Rename' }).click();
  expect(rows()).toContain('toad 3');
  await userEvent.selectOptions(label(), 'toad');
  await userEvent.selectOptions(page.getByLabelText('Merge with'), 'cat');
  await page.getByRole('button', { name: 'Merge' }).click();
  expect(rows()).toEqual(['Class Training', 'cat 6', 'dog 3', 'Total 9']);
  await expect.element(tools().getByRole('status')).toHaveTextContent('Class merged into “cat”.');
});
