import type { Locator, Page } from '@playwright/test';
import { expect, open, test } from '../support/site';

/** Where an element ends, in pixels from the top of the page. */
async function endOf(element: Locator): Promise<number> {
  const box = await element.boundingBox();
  if (!box) throw new Error(`nothing is drawn for ${element}`);
  return box.y + box.height;
}

const heightOf = (page: Page): number => page.viewportSize()?.height ?? 0;

test('the image, the predictions, the loss and the filters are above the fold together @phone', async ({
  page,
}) => {
  for (const { path, filters, bars, loss } of [
    { path: '/train/', filters: /^The 32 filters/, bars: /^Probabilities of/, loss: 'Loss' },
    { path: '/de/train/', filters: /^Die 32 Filter/, bars: /^Wahrscheinlichkeiten der/, loss: 'Verlust' },
  ]) {
    await open(page, path);
    const figures = page.locator('main figure');
    const all = [
      page.getByRole('list', { name: bars }),
      figures.filter({ has: page.getByText(loss, { exact: true }) }).first(),
      page.getByRole('figure', { name: filters }).locator('canvas').first(),
    ];
    for (const one of all) expect(await endOf(one)).toBeLessThanOrEqual(heightOf(page));
  }
});

test('on a phone the place on the walk and the link to its next page stand on one line @phone-only', async ({
  page,
}) => {
  for (const path of ['/stages/conv1/', '/trace/', '/train/', '/quiz/', '/de/stages/conv1/', '/de/quiz/']) {
    await page.goto(path);
    const line = page.locator('p').filter({ has: page.getByRole('link', { name: /^(Next|Weiter): / }) });
    const [words, link] = [line.locator('> span').last(), line.getByRole('link')];
    const [left, right] = [await words.boundingBox(), await link.boundingBox()];
    if (!left || !right) throw new Error(`no walk on ${path}`);
    expect(right.y).toBeLessThan(left.y + left.height);
    expect(left.y).toBeLessThan(right.y + right.height);
  }
});

test('on a phone a title ends before the image that is beside or below it, in any language @phone-only', async ({
  page,
}) => {
  const pages = ['/trace/', '/backward/', '/see/', '/what-if/'];
  for (const path of pages.flatMap((one) => [one, `/de${one}`]))
    for (const width of [320, 390]) {
      await page.setViewportSize({ width, height: heightOf(page) });
      await open(page, path);
      const title = await page.getByRole('heading', { level: 1 }).evaluate((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        const { right, bottom } = range.getBoundingClientRect();
        return { right, bottom };
      });
      const image = await page.locator('main canvas').first().boundingBox();
      const isFree = title.right < (image?.x ?? 0) || title.bottom <= (image?.y ?? 0);
      expect(isFree, `${path} at ${width}`).toBe(true);
    }
});

test('on a phone the kernel that slides and the map that it fills share a screen @phone-only', async ({
  page,
}) => {
  await open(page, '/stages/conv1/');
  const source = page.getByRole('application', { name: /^What comes in: the image/ });
  await source.scrollIntoViewIfNeeded();
  const map = page.getByRole('application', { name: /^Feature map \d+ of conv1/ });
  const [top, end] = [(await source.boundingBox())?.y ?? 0, await endOf(map)];
  // Between the stages above and the way on below.
  const bars = 0.13 * heightOf(page);
  expect(end - top).toBeLessThan(heightOf(page) - bars);
});

test('on a phone all that moves the film is in sight with it @phone-only', async ({ page }) => {
  await open(page, '/film/');
  for (const name of ['Speed', 'Voice'])
    expect(await endOf(page.getByLabel(name))).toBeLessThan(heightOf(page));
});

test('the view in space begins at once @phone', async ({ page }) => {
  await open(page, '/space/');
  const view = await page.getByRole('application', { name: /^The network in space/ }).boundingBox();
  expect(view?.y).toBeLessThan(0.4 * heightOf(page));
});

test('a formula that is wider than a phone says that it scrolls @phone-only', async ({ page }) => {
  await open(page, '/modes/deep-dive/');
  const formula = page.getByRole('figure', { name: /^Convolution/ }).getByRole('group', { name: 'Formula' });
  await expect
    .poll(() => formula.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth))
    .toBe(true);
  await expect(page.getByText('Scrolls sideways').first()).toBeInViewport();
});

test('what saves a figure stands on one line below it, also where the figure has columns', async ({
  page,
}) => {
  await open(page, '/modes/why/');
  const save = page.locator('p', { hasText: /^Save as image/ }).first();
  const [svg, png] = [save.getByRole('button').first(), save.getByRole('button').last()];
  expect((await svg.boundingBox())?.y).toBe((await png.boundingBox())?.y);
});
