import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Builder } from '@/components/explore/build/Builder';
import { draftOf, edited } from '@/lib/network/edit/draft';
import { must } from '@/lib/result';
import { CLASS_SETS, PRESETS } from '@/lib/shelf/presets';
import { build, edit, takeDraft } from '@/lib/store/explore/build';
import '@/app/tokens.css';
import '@/app/globals.css';

vi.mock('next/navigation', () => ({ usePathname: () => '/build/', useRouter: () => ({ push: () => {} }) }));

const field = (name: string) => page.getByLabelText(name, { exact: true });
const summary = () => page.getByRole('region', { name: 'The whole network' });
const REFERENCE = must(draftOf(PRESETS.reference));

beforeEach(async () => {
  window.location.hash = '';
  await render(<Builder />);
  takeDraft(REFERENCE);
});

test('nothing is said of training while an error stands, and no time is estimated of no work', async () => {
  await expect.element(summary()).toHaveTextContent('It can be trained on the course’s drawings.');
  edit({ type: 'remove', at: 6 });
  await expect.element(summary()).not.toHaveTextContent('can be trained');
  const alone = { ...PRESETS.reference, layers: PRESETS.reference.layers.slice(0, 1) };
  takeDraft(must(draftOf(alone)));
  await expect.element(summary()).not.toHaveTextContent('can be trained');
  await expect.element(summary()).toHaveTextContent('Time of a training stepunknown');
});

test('the numbers of a part of the network are said to be those of the layers that can compute', async () => {
  await userEvent.fill(field('Stride of conv1'), '99999');
  await expect.element(summary()).toHaveTextContent('The layer “conv1” shrinks its input');
  await expect.element(summary()).toHaveTextContent('those of the layers before “pool1”.');
  await userEvent.fill(field('Stride of conv1'), '1');
  await expect.element(summary()).not.toHaveTextContent('The numbers above');
});

test('why there are no images to train on is the reason that applies', async () => {
  takeDraft(edited(REFERENCE, { type: 'classes', classes: CLASS_SETS.digits }));
  await expect.element(summary()).toHaveTextContent('the course’s drawings have other classes.');
  await expect.element(summary()).not.toHaveTextContent('128');
  const large = { ...PRESETS.tinyVgg, input: [130, 130, 3] as const };
  takeDraft(must(draftOf(large)));
  await expect.element(summary()).toHaveTextContent('scaled to 128 × 128 at most.');
  await expect.element(summary()).not.toHaveTextContent('other classes');
});

test.for([
  ['reference', 'The course’s network'],
  ['photographs', 'The photographs’ network'],
  ['tinyVgg', 'Tiny VGG'],
])('what one starts from is called by its name: %s', async ([preset, name]) => {
  await page.getByLabelText('Start from').selectOptions(preset);
  await page.getByRole('button', { name: 'Start from this' }).click();
  await expect.element(summary()).toHaveTextContent(`Started from “${name}”.`);
});

test('a field names its largest value where more is typed', async () => {
  await userEvent.fill(field('Filters of conv1'), '1000000000');
  await expect.element(page.getByText(/“Filters” takes a whole number from 1 to 999,999/)).toBeVisible();
  await userEvent.fill(field('Kernel of conv1'), '99999');
  await expect.element(page.getByText(/“Kernel” takes a whole number from 1 to 4,096/)).toBeVisible();
});

test('one class is too few, and the sentence says how many are needed', async () => {
  await page.getByText('Class names', { exact: true }).first().click();
  await userEvent.fill(page.getByRole('textbox', { name: 'Class names' }), 'mug');
  await expect
    .element(page.getByText('A network needs at least 2 classes: write 2 names or more, one a line.'))
    .toBeVisible();
  expect(build.getState().history.present.architecture.classes).toHaveLength(10);
});

test('a negative deviation is taken, and what it does is said', async () => {
  await userEvent.fill(field('Deviations of normalize'), '0.5; -0.5; 0.5');
  const note = page.getByText('A deviation below 0 inverts its channel: dark becomes bright.');
  await expect.element(note).toBeVisible();
  await expect.element(field('Deviations of normalize')).toHaveAttribute('aria-invalid', 'false');
  await userEvent.fill(field('Deviations of normalize'), '0.5');
  await expect.element(note).not.toBeInTheDocument();
});
