import { stat } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe';
import { inspectorOf } from '../support/inspector';
import { expect, onBothVisits, open, test } from '../support/site';

const filmOf = (page: Page, name = 'The film') => {
  const film = page.getByRole('region', { name, exact: true });
  return {
    film,
    caption: film.locator('[data-beat]'),
    chapter: film.locator('[aria-current=step]'),
    slider: film.getByRole('slider'),
  };
};

onBothVisits(() => {
  test('the film plays, is gone through by keys, and stops for a value that leads to a pixel @phone-check', async ({
    page,
  }) => {
    await open(page, '/film/?picture=cat-1');
    const { film, caption, chapter, slider } = filmOf(page);
    await expect(caption).toContainText('64 pixels down and 64 across');
    await film.getByRole('button', { name: 'Play' }).press('Enter');
    await expect.poll(async () => Number(await slider.inputValue())).toBeGreaterThan(0);
    for (let step = 0; step < 2; step++) await page.keyboard.press('ArrowDown');
    await expect(chapter).toHaveText(/^3/);
    await page.keyboard.press('k');
    await expect(film.getByRole('button', { name: 'Go on' })).toBeVisible();
    // To the sixth beat of chapter two, in which ReLU leaves the value.
    await page.keyboard.press('ArrowUp');
    for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight');
    await expect(chapter).toHaveText(/^2/);
    const value = caption.getByRole('button');
    const number = (await value.textContent()) ?? '';
    expect(Number(number)).toBeGreaterThan(0);
    await value.press('Enter');
    const { inspector, head } = inspectorOf(page);
    await expect(head).toHaveText(/^conv1, row/);
    await expect(inspector).toContainText(number);
    await inspector.getByRole('button', { name: 'To the pixels' }).click();
    await expect(head).toHaveText(/^input, /);
    await page.keyboard.press('Escape');
    await expect(inspector).toBeHidden();
    await film.getByRole('button', { name: 'Go on' }).press('Enter');
    await expect(film.getByRole('button', { name: 'Pause' })).toBeVisible();
    await film.getByRole('button', { name: 'Explain this value' }).press('Enter');
    await expect(head).toHaveText(/^conv1, row/);
    await page.keyboard.press('Escape');
    await expect(film.getByRole('button', { name: 'Go on' })).toBeVisible();
  });
});

test('a link opens the film at its second, and the address follows where it stands', async ({ page }) => {
  await open(page, '/film/?picture=cat-1&t=130');
  const { film, caption, chapter, slider } = filmOf(page);
  await expect(slider).toHaveValue('130');
  await expect(chapter).toHaveText(/^2/);
  const before = await caption.textContent();
  await page.keyboard.press('ArrowRight');
  await expect(caption).not.toHaveText(before ?? '');
  await expect(page).toHaveURL(/[?&]t=1[3-9]\d/);
  await page.keyboard.press('Home');
  await expect(page).not.toHaveURL(/[?&]t=/);
  // No voice comes with this browser: that is said, and the captions go on.
  await film.getByRole('checkbox', { name: 'Voice' }).check();
  await expect(film.getByRole('status')).toHaveText(/no voice/);
  await page.getByText('The script', { exact: true }).click();
  await expect(page.getByRole('region', { name: 'One kernel, one value' })).toContainText(/which is [-−]?\d/);
  await expectNoViolations(page);
});

test('in the chapter on training the page goes through the epochs, and back to the trained network', async ({
  page,
}) => {
  await open(page, '/film/?picture=cat-1');
  const { caption, chapter } = filmOf(page);
  await expect(caption).toContainText('64 pixels down and 64 across');
  for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowDown');
  await expect(chapter).toHaveText(/^6/);
  await expect(page).toHaveURL(/epoch=0/);
  await expect(caption).toContainText(/In epoch 0 they are random numbers\. The loss, .* is \d/);
  for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/epoch=10/);
  await page.keyboard.press('ArrowDown');
  await expect(page).not.toHaveURL(/epoch=/);
});

test('the film is told in German, each beat as one still image where motion is not wanted @first-visit', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, '/de/film/?picture=cat-1&t=400');
  const { film, caption } = filmOf(page, 'Der Film');
  await expect(caption).toContainText(/[a-zäöü]/);
  await expect(film.getByRole('img')).toHaveAttribute('aria-label', /\S/);
  await film.getByRole('button', { name: 'Weiter' }).press('Enter');
  await expect(film.getByRole('button', { name: 'Pause' })).toBeVisible();
});

test('a number of the run says how it was measured, leads to its epoch, and Back to the same second', async ({
  page,
}) => {
  await open(page, '/film/?picture=cat-1');
  const { caption, slider } = filmOf(page);
  for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowDown');
  const loss = caption.getByRole('button', { name: /^\d\.\d+$/ });
  const second = await slider.inputValue();
  await loss.press('Enter');
  await expect(caption).toContainText('recorded in the log of the run');
  await caption.getByRole('link', { name: 'Everything about epoch 0' }).click();
  await expect(page).toHaveURL(/\/epochs\/\?.*epoch=0/);
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`/film/.*t=${second}`));
  await expect(slider).toHaveValue(second);
});

test('counts are explained and the drawing’s values opened, by mouse and by keys, and the film goes on @phone', async ({
  page,
}) => {
  await open(page, '/film/?picture=cat-1');
  const { film, caption, chapter } = filmOf(page);
  await expect(caption).toContainText('64 pixels down');
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown');
  // The last beat of chapter three counts parameters.
  await page.keyboard.press('ArrowLeft');
  await expect(chapter).toHaveText(/^3/);
  await film.getByRole('button', { name: 'Go on' }).click();
  const sentence = await caption.textContent();
  const count = caption.getByRole('button', { name: '896', exact: true });
  await count.click();
  await expect(film.getByRole('button', { name: 'Go on' })).toBeVisible();
  const panel = page.locator(':popover-open');
  await expect(panel).toContainText('3 × 3 × 3 × 32 + 32 = 896');
  await expectNoViolations(page);
  const box = await panel.boundingBox();
  // A panel of sentences is no narrow column, wherever its number stands in the line.
  expect(box?.width).toBeGreaterThan(280);
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(caption).toHaveText(sentence ?? '');
  const drawing = film.getByRole('application', { name: /^Values of the drawing/ });
  await drawing.focus();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('ArrowRight');
  await expect(drawing.locator('[aria-live]')).toHaveText(/^conv1, row \d+, column \d+, map \d+: \d/);
  await page.keyboard.press('Enter');
  const { inspector, head } = inspectorOf(page);
  await expect(head).toHaveText(/^conv1, row/);
  await page.keyboard.press('Escape');
  await expect(inspector).toBeHidden();
  const place = await drawing.boundingBox();
  if (!place) throw new Error('nothing is drawn');
  await drawing.click({ position: { x: place.width / 2 + 4, y: place.height / 2 } });
  await expect(head).toHaveText(/^conv1, row/);
  await page.keyboard.press('Escape');
  await film.getByRole('button', { name: 'Go on' }).click();
  await expect(film.getByRole('button', { name: 'Pause' })).toBeVisible();
});

test('the code of a frame shows the film at the same second, with the same image', async ({ page }) => {
  for (const [path, of] of [
    ['/film/?picture=dog-1&t=130', /\/film\/\?(?=.*t=130)(?=.*picture=dog-1)(?=.*embed=1)/],
    ['/space/?picture=dog-1&stage=conv2', /\/space\/\?(?=.*stage=conv2)(?=.*picture=dog-1)(?=.*embed=1)/],
  ] as const) {
    await open(page, path);
    await page.getByText('Embed', { exact: true }).click();
    await page.getByRole('button', { name: 'Copy the code' }).click();
    const code = await page.getByRole('textbox', { name: /code/ }).inputValue();
    const source = /src="([^"]+)"/.exec(code)?.[1].replaceAll('&amp;', '&') ?? '';
    expect(source).toMatch(of);
    await page.goto(source);
    await expect(page.getByRole('banner')).toBeHidden();
    await expect(page.getByText('Embed', { exact: true })).toBeHidden();
    if (path.startsWith('/film')) await expect(page.getByRole('slider')).toHaveValue('130');
  }
});

/** What the film's drawing shows, as text that differs where a pixel does. */
const pixelsOf = (page: Page) =>
  filmOf(page)
    .film.getByRole('img')
    .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());

test('the film flies through the network in space, and without WebGL shows its drawing', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await open(page, '/film/?picture=cat-1&t=1');
  const { slider, caption } = filmOf(page);
  await expect(caption).toContainText('64 pixels down and 64 across');
  await expect(slider).toHaveValue('1');
  await page.waitForLoadState('networkidle');
  const flying = await pixelsOf(page);
  // The same second is the same image, however one came there.
  await page.keyboard.press('End');
  await expect(caption).not.toContainText('64 pixels down');
  await slider.fill('1');
  await expect.poll(() => pixelsOf(page)).toBe(flying);
  await page.addInitScript(() => {
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (
      this: HTMLCanvasElement,
      kind: string,
      settings?: unknown,
    ) {
      return kind.startsWith('webgl') ? null : Reflect.apply(getContext, this, [kind, settings]);
    } as typeof getContext;
  });
  await open(page, '/film/?picture=cat-1&t=1');
  await expect(caption).toContainText('64 pixels down and 64 across');
  await page.waitForLoadState('networkidle');
  expect(await pixelsOf(page)).not.toBe(flying);
});

test('saving the film as a video can be cancelled, and leaves the film where it was', async ({ page }) => {
  await open(page, '/film/?picture=cat-1&t=130');
  const { film, slider } = filmOf(page);
  await film.getByText('Save as a video or an image', { exact: true }).click();
  await film.getByRole('combobox', { name: 'What to save' }).selectOption({ index: 7 });
  await film.getByRole('button', { name: 'Save', exact: true }).click();
  const state = film.getByRole('status').filter({ hasText: /\S/ });
  await expect(state).toHaveText(/% drawn$/);
  await film.getByRole('button', { name: 'Cancel' }).click();
  await expect(state).toHaveText('Cancelled. Nothing was saved.');
  await expect(slider).toHaveValue('130');
});

test('a chapter is saved as a video file, with the networks of its epochs @thorough', async ({ page }) => {
  test.setTimeout(900_000);
  await open(page, '/film/?picture=cat-1');
  const { film } = filmOf(page);
  await film.getByText('Save as a video or an image', { exact: true }).click();
  // Training: the page goes through the epochs meanwhile.
  await film.getByRole('combobox', { name: 'What to save' }).selectOption({ index: 6 });
  const saved = page.waitForEvent('download', { timeout: 900_000 });
  await film.getByRole('button', { name: 'Save', exact: true }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/^film-6\.(mp4|webm)$/);
  const { size } = await stat(await file.path());
  expect(size).toBeGreaterThan(100_000);
  await expect(page).not.toHaveURL(/epoch=/);
});

for (const network of ['photographs', 'digits'])
  test(`the ${network}’ network has its film @thorough`, async ({ page }) => {
    await open(page, `/film/?network=${network}`);
    const { film, caption, chapter } = filmOf(page);
    await expect(caption).toContainText('pixels down');
    await page.keyboard.press('ArrowDown');
    await expect(chapter).toHaveText(/^2/);
    await expect(caption).toContainText('conv1');
    await expect(film.getByRole('button', { name: 'Explain this value' })).toBeEnabled();
  });
