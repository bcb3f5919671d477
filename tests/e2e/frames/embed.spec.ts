import type { Locator } from '@playwright/test';
import { expect, open, test } from '../support/site';

/** The frame in a page for a desktop; on a phone it is as wide as the phone. */
const FRAME = { width: 900, height: 560 };

test('embedded, a figure and a lesson stand without the site around them and fit their frame @phone', async ({
  page,
  isMobile,
}) => {
  if (!isMobile) await page.setViewportSize(FRAME);
  for (const path of ['/trace/?stage=conv1&embed=1', '/stages/conv1/?embed=1']) {
    await open(page, path);
    await expect(page.getByRole('banner')).toBeHidden();
    await expect(page.getByRole('contentinfo')).toBeHidden();
    await expect(page.getByRole('navigation', { name: 'The nine stages' })).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways, path).toBeLessThanOrEqual(0);
  }
  // A lesson's figure is further down; the figure alone begins in the upper half.
  await open(page, '/trace/?stage=conv1&embed=1');
  const box = await page.getByRole('figure').first().boundingBox();
  expect(box?.y).toBeLessThan(FRAME.height / 2);
  // It stays alone along its links.
  await page.getByRole('link', { name: /lesson/i }).click();
  await expect(page).toHaveURL(/\/stages\/conv1\//);
  await expect(page.getByRole('banner')).toBeHidden();
});

test('embedded, the canvas of what if is in sight beside its answer', async ({ page }) => {
  await page.setViewportSize(FRAME);
  await open(page, '/what-if/?embed=1');
  await expect(page.getByText(/^The strip above/)).toBeHidden();
  const board = await page.getByRole('application').first().boundingBox();
  expect((board?.y ?? 0) + (board?.height ?? FRAME.height)).toBeLessThan(FRAME.height);
  const answer = await page.getByText(/^The network predicts/).boundingBox();
  expect(answer?.x).toBeGreaterThan((board?.x ?? 0) + (board?.width ?? 0));
  expect(answer?.y).toBeLessThan(FRAME.height / 2);
});

test('embedded, the film and the network in space stand alone, with what moves them in the frame @phone', async ({
  page,
  isMobile,
}) => {
  if (!isMobile) await page.setViewportSize(FRAME);
  const inFrame = async (part: Locator) => {
    await expect(part).toBeVisible();
    const box = await part.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? Number.POSITIVE_INFINITY)).toBeLessThanOrEqual(
      page.viewportSize()?.height ?? 0,
    );
  };
  await open(page, '/film/?embed=1&t=130&picture=cat-1');
  const film = page.getByRole('region', { name: 'The film', exact: true });
  await expect(film.getByRole('slider')).toHaveValue('130');
  await inFrame(film.getByRole('img'));
  await inFrame(film.getByRole('button', { name: 'Go on' }));
  await film.getByRole('button', { name: 'Go on' }).click();
  await expect(film.getByRole('button', { name: 'Pause' })).toBeVisible();
  await open(page, '/space/?embed=1&picture=cat-1');
  const space = page.getByRole('application', { name: /^The network in space/ });
  await inFrame(space);
  await inFrame(page.getByRole('button', { name: 'Overview' }));
  for (const path of ['/film/?embed=1', '/space/?embed=1']) {
    await open(page, path);
    await expect(page.getByRole('banner')).toBeHidden();
    await expect(page.getByRole('contentinfo')).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways, path).toBeLessThanOrEqual(0);
  }
});

test('at its end a lesson has the code of a frame, which shows the lesson alone, with the same image @phone', async ({
  page,
}) => {
  await open(page, '/stages/conv1/?picture=dog-4');
  const footer = page.getByRole('contentinfo');
  await footer.getByText('Embed', { exact: true }).click();
  await footer.getByRole('button', { name: 'Copy the code' }).click();
  const code = await footer.getByRole('textbox').inputValue();
  const frame = await page.evaluate((html) => {
    const holder = document.createElement('template');
    holder.innerHTML = html;
    const { src, title } = holder.content.firstElementChild as HTMLIFrameElement;
    return { src, title };
  }, code);
  const title = await page.getByRole('heading', { level: 1 }).textContent();
  expect(frame.title).toContain(title);
  await page.goto(frame.src);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(footer).toBeHidden();
  await expect(page).toHaveURL(/picture=dog-4/);
});
