/** From a mistake to a better data set: another label, more images, and training on with both. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Clinic } from '@/components/training/clinic/Clinic';
import type { Mistake } from '@/components/training/clinic/mistake';
import { COURSE } from '@/lib/course/subject';
import type { Mending } from '@/lib/data/sets/training/mend';
import type { StoredImages } from '@/lib/network/subject';
import { fail, must, ok, type Result } from '@/lib/result';
import { clinic, forgetMending, mendingOf, relabel } from '@/lib/store/explore/clinic';
import { notices } from '@/lib/store/page/notices';
import { session } from '@/lib/store/session/session';
import { deleteSet, keepSet } from '@/lib/store/subject/kept-sets';
import type { Continued } from '@/lib/store/subject/mend-set';
import { turnTo } from '@/lib/store/subject/subject';
import { asksBeforeLeaving } from '../support/asks-before-leaving';
import '@/app/tokens.css';
import '@/app/globals.css';

const push = vi.fn<(page: string) => void>();
const turned = vi.fn<(network: unknown) => void>();
const applied = vi.fn<(images: StoredImages, mending: Mending) => Promise<Result<Continued>>>();
vi.mock('next/navigation', () => ({ useRouter: () => ({ push }) }));
vi.mock('@/lib/store/engine/engine', async (load) => ({
  ...(await load<object>()),
  presentEngine: () => ({}),
}));
vi.mock('@/lib/store/session/turn-to-opened', () => ({
  turnToOpened: async (network: unknown) => turned(network),
}));
vi.mock('@/lib/store/subject/mend-set', () => ({
  continueMended: (_: unknown, __: unknown, images: StoredImages, mending: Mending) =>
    applied(images, mending),
}));

const CLASSES = ['cat', 'dog', 'frog'];
const MISTAKE: Mistake = {
  place: 11,
  part: 'heldOut',
  label: 0,
  predicted: 2,
  pixels: new Uint8Array(4),
};
let images: StoredImages;
const OWN = {
  ...COURSE,
  id: 'net-00000001',
  dataSet: { ...COURSE.dataSet, classes: CLASSES, names: {} },
};

beforeEach(async () => {
  for (const mock of [push, turned, applied]) mock.mockReset();
  turnTo(OWN);
  const id = must(
    await keepSet({
      name: 'Pets',
      form: 'images',
      classes: CLASSES,
      shape: [1, 2, 3],
      count: 3,
      pixels: new Uint8Array(18),
      labels: Uint16Array.of(0, 1, 2),
      splits: new Uint8Array(3),
      notes: [],
    }),
  );
  images = { set: id, seed: 1, count: 3, classes: CLASSES };
});
afterEach(async () => {
  forgetMending();
  turnTo(COURSE);
  must(await deleteSet(images.set));
});

const show = (mistake: Mistake | null = MISTAKE) => render(<Clinic images={images} mistake={mistake} />);
const button = (name: string) => page.getByRole('button', { name, exact: true });
const label = page.getByLabelText('Correct label');
const pending = page.getByText(/^To be changed/);
const mending = () => mendingOf(clinic.getState(), OWN.id);

test('without an image it says that one is to be chosen, and nothing can be changed', async () => {
  await show(null);
  await expect
    .element(page.getByText('Choose an image to see why it was predicted so, and to mend the data set.'))
    .toBeVisible();
  await expect.element(page.getByRole('button')).not.toBeInTheDocument();
  await expect.element(pending).not.toBeInTheDocument();
});

test('the predicted class is proposed; relabelling counts, and can be taken back', async () => {
  await show();
  await expect
    .element(page.getByText('Image 12: labelled cat, predicted frog. It is a validation image.'))
    .toBeVisible();
  await expect.element(label).toHaveDisplayValue('frog');
  await button('Relabel').click();
  await expect.element(page.getByText('Will be relabelled frog.')).toBeVisible();
  await expect.element(pending).toHaveTextContent('To be changed: 1 label, no image added.');
  await expect.element(button('Relabel')).toHaveAttribute('aria-disabled', 'true');
  expect([...mending().relabelled]).toEqual([[11, 2]]);
  await expect.poll(asksBeforeLeaving).toBe(true);
  // Another label takes the place of the first.
  await userEvent.selectOptions(label, 'dog');
  await button('Relabel').click();
  expect([...mending().relabelled]).toEqual([[11, 1]]);
  // Its own label is no change.
  await userEvent.selectOptions(label, 'cat');
  await button('Relabel').click();
  await expect.element(pending).not.toBeInTheDocument();
  await expect.poll(asksBeforeLeaving).toBe(false);
});

test('the old label is kept by a button, and the keyboard stays where labels are chosen', async () => {
  await show();
  await button('Relabel').click();
  (button('Keep the old label').element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(pending).not.toBeInTheDocument();
  expect(mending().relabelled.size).toBe(0);
  await expect.element(button('Relabel')).toHaveFocus();
});

test('changes of several images add up; undoing takes back all', async () => {
  const { rerender } = await show();
  await button('Relabel').click();
  await rerender(<Clinic images={images} mistake={{ ...MISTAKE, place: 2, label: 2, predicted: 1 }} />);
  // Each image has a proposal of its own.
  await expect.element(label).toHaveDisplayValue('dog');
  await button('Relabel').click();
  await expect.element(pending).toHaveTextContent('To be changed: 2 labels, no image added.');
  (button('Undo these changes').element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(pending).not.toBeInTheDocument();
  await expect.element(page.getByRole('region', { name: 'Learn from this mistake' })).toHaveFocus();
  expect(mending()).toMatchObject({ relabelled: new Map(), added: [] });
});

test('a test image keeps its label, so that the results can be compared', async () => {
  await show({ ...MISTAKE, part: 'test' });
  await expect.element(page.getByText(/^Test images keep their labels here/)).toBeVisible();
  await expect.element(button('Relabel')).not.toBeInTheDocument();
  // Images like it can be added all the same.
  await expect.element(button('Choose images')).toBeVisible();
});

test('changes of one network’s set are none of another’s', async () => {
  await show();
  await button('Relabel').click();
  turnTo({ ...OWN, id: 'net-00000002' });
  await expect.element(pending).not.toBeInTheDocument();
  turnTo(OWN);
  await expect.element(pending).toBeVisible();
});

/** An image of one colour, twice as wide as high. */
async function png(colour: string, name = 'a.png'): Promise<File> {
  const canvas = new OffscreenCanvas(8, 4);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = colour;
  context.fillRect(0, 0, 8, 4);
  return new File([await canvas.convertToBlob({ type: 'image/png' })], name, { type: 'image/png' });
}
const choose = (name: string, ...files: readonly File[]) =>
  userEvent.upload(page.getByLabelText(`Images to add to ${name}`), [...files]);

test('images are added to the class that is chosen; a file that is none is named, and the others count', async () => {
  await show();
  // The class of the mistaken image, to begin with.
  await expect.element(page.getByLabelText('Add images of class')).toHaveDisplayValue('cat');
  await choose('cat', await png('#102030'), new File(['no image'], 'note.png', { type: 'image/png' }));
  await expect.element(pending).toHaveTextContent('To be changed: no label, 1 image added.');
  await expect.element(page.getByRole('alert').first()).toHaveTextContent(/note\.png/);
  await userEvent.selectOptions(page.getByLabelText('Add images of class'), 'dog');
  await choose('dog', await png('#405060', 'b.png'), await png('#708090', 'c.png'));
  await expect.element(pending).toHaveTextContent('To be changed: no label, 3 images added.');
  await expect.element(page.getByRole('alert').first()).toBeEmptyDOMElement();
  expect(mending().added.map((one) => [one.label, ...one.pixels])).toEqual([
    [0, 16, 32, 48, 16, 32, 48],
    [1, 64, 80, 96, 64, 80, 96],
    [1, 112, 128, 144, 112, 128, 144],
  ]);
});

test('images that are read when the page has turned to another network leave its changes alone', async () => {
  const file = await png('#102030');
  const bytes = await file.arrayBuffer();
  await show();
  let read: ((bytes: ArrayBuffer) => void) | undefined;
  const slow = vi.spyOn(Blob.prototype, 'arrayBuffer').mockReturnValueOnce(
    new Promise((resolve) => {
      read = resolve;
    }),
  );
  const chosen = new DataTransfer();
  chosen.items.add(file);
  const input = page.getByLabelText('Images to add to cat').element() as HTMLInputElement;
  input.files = chosen.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await expect.element(page.getByText('The images are being read …')).toBeVisible();
  await expect.poll(() => read).toBeDefined();
  turnTo({ ...OWN, id: 'net-00000002' });
  relabel('net-00000002', 5, 1);
  read?.(bytes);
  await expect.element(page.getByText('The images are being read …')).not.toBeInTheDocument();
  slow.mockRestore();
  expect([...mendingOf(clinic.getState(), 'net-00000002').relabelled]).toEqual([[5, 1]]);
});

test('where the set is gone, no image is added and it is said', async () => {
  images = { ...images, set: 'set-ffffffff' };
  await show();
  await choose('cat', await png('#102030'));
  await expect
    .element(page.getByRole('alert').first())
    .toHaveTextContent(/isn’t stored in this browser any more/);
  await expect.element(pending).not.toBeInTheDocument();
});

test('training on takes what is to be changed, and leads to the page for training', async () => {
  let done: ((result: Result<Continued>) => void) | undefined;
  applied.mockReturnValue(
    new Promise((resolve) => {
      done = resolve;
    }),
  );
  await show();
  await button('Relabel').click();
  await button('Train on with these changes').click();
  await expect.element(page.getByText(/^The network is measured on the test images/)).toBeVisible();
  // Nothing is begun twice or forgotten meanwhile.
  for (const name of ['Train on with these changes', 'Undo these changes'])
    (button(name).element() as HTMLElement).click();
  expect(applied).toHaveBeenCalledTimes(1);
  expect(mending().relabelled.size).toBe(1);
  const network = { architecture: OWN.architecture, weights: null };
  done?.(ok({ network, refused: 2 }));
  await expect.poll(() => push.mock.calls).toEqual([['/train/']]);
  expect(turned.mock.calls).toEqual([[network]]);
  expect(mending().relabelled.size).toBe(0);
  expect(notices.getState().notices.at(-1)?.sentence).toMatch(/^2 added images are left out: they look like/);
});

test('what keeps it from training on is one sentence, and the changes are still there', async () => {
  applied.mockResolvedValue(fail('The browser’s storage is full: the data set was not stored.'));
  await show();
  await button('Relabel').click();
  await button('Train on with these changes').click();
  await expect
    .element(page.getByRole('alert').last())
    .toHaveTextContent(/^The browser’s storage is full: the data set was not stored\.$/);
  await expect.element(pending).toHaveTextContent('To be changed: 1 label, no image added.');
  await expect.element(button('Train on with these changes')).toHaveAttribute('aria-disabled', 'false');
  expect(push).not.toHaveBeenCalled();
  expect(turned).not.toHaveBeenCalled();
});

test('an image of a set that the site serves is called by that set, and one of the learner’s own is theirs', async () => {
  const chosen = vi.spyOn(session, 'chooseImage').mockImplementation(() => {});
  const stay = (event: Event) => event.preventDefault();
  document.addEventListener('click', stay, true);
  images = { ...images, site: 'Pets' };
  await show();
  await page.getByRole('link', { name: 'Trace' }).click();
  expect(chosen.mock.lastCall?.[0].name).toBe('Image 12 of “Pets”');
  document.removeEventListener('click', stay, true);
  chosen.mockRestore();
});

test('its links choose the image before they lead to its trace, or to what contributes to its prediction', async () => {
  const chosen = vi.spyOn(session, 'chooseImage').mockImplementation(() => {});
  document.addEventListener('click', (event) => event.preventDefault(), { once: true, capture: true });
  await show();
  await expect
    .element(page.getByRole('link', { name: 'Why this prediction' }))
    .toHaveAttribute('href', expect.stringMatching(/^\/see\/?#versus$/));
  const trace = page.getByRole('link', { name: 'Trace' });
  await expect.element(trace).toHaveAttribute('href', expect.stringMatching(/^\/trace\/?$/));
  await trace.click();
  expect(chosen.mock.calls).toEqual([
    [
      {
        id: 'image-12',
        kind: 'sample',
        label: 'cat',
        name: 'Image 12 of your data set',
        pixels: MISTAKE.pixels,
      },
    ],
  ]);
  chosen.mockRestore();
});
