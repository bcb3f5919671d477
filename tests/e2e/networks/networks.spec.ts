import type { Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe';
import { inspectorOf, openLayer } from '../support/inspector';
import { expect, liveMaps, open, test } from '../support/site';

const networkButton = (page: Page) => page.getByRole('button', { name: /^Network/ });
const spine = (page: Page) => page.getByRole('navigation', { name: /^The (nine|\d+) stages$/ });

async function choose(page: Page, name: RegExp): Promise<void> {
  await networkButton(page).click();
  await page.getByRole('radio', { name }).check();
  await page.keyboard.press('Escape');
}

test('a network is chosen in the head, every page follows, and the address keeps it @phone', async ({
  page,
  isMobile,
}) => {
  await open(page, '/trace/');
  await expect(networkButton(page)).toContainText('Drawings');
  await networkButton(page).click();
  await expect(page.getByRole('radio', { name: /^Drawings/ })).toBeChecked();
  if (!isMobile) await expectNoViolations(page, '#network-choice');
  await page.getByRole('radio', { name: /^Digits/ }).check();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/network=digits/);
  await expect(networkButton(page)).toContainText('Digits');
  const standing = isMobile ? 'MNIST, 99.3% right' : '99.3% of 3,000 test images right';
  await expect(page.getByText(standing).first()).toBeVisible();
  await expect(spine(page).getByText('28×28×16')).toHaveCount(1);
  await expect(page.getByText('sample seven-1', { exact: false }).first()).toBeVisible();

  // A narrow header has room for the menu alone.
  if (isMobile) await page.getByRole('button', { name: 'Menu' }).click();
  const links = isMobile ? page.getByRole('navigation', { name: 'All pages' }) : page;
  await links.getByRole('link', { name: isMobile ? /^Epochs/ : /^Epochs$/ }).click();
  await expect(page).toHaveURL(/\/epochs\/\?network=digits/);
  await expect(page.getByText('An epoch is one pass over all 55,000 training images.')).toBeVisible();

  await page.reload();
  await expect(spine(page).getByText('28×28×16')).toHaveCount(1);
  await choose(page, /^Drawings/);
  await expect(page).not.toHaveURL(/network=/);
  await expect(spine(page).getByText('62×62×32')).toHaveCount(1);
});

test('a seven that is drawn is followed from its answer to its pixels', async ({ page }) => {
  await open(page, '/?network=digits');
  const pad = page.getByRole('application', { name: /^The pad/ });
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error('no pad');
  const at = (x: number, y: number) => [box.x + x * box.width, box.y + y * box.height] as const;
  await page.mouse.move(...at(0.25, 0.2));
  await page.mouse.down();
  await page.mouse.move(...at(0.75, 0.2), { steps: 12 });
  await page.mouse.move(...at(0.45, 0.85), { steps: 16 });
  await page.mouse.up();
  const answer = page.getByText(/For your image the network predicts/);
  await expect(answer).toContainText('7');
  await page.getByRole('button', { name: 'Keep the drawing' }).click();
  await page.getByRole('link', { name: 'Step through a prediction' }).click();
  await openLayer(page, 'output');
  await page.getByRole('button', { name: /^Explain this value/ }).click();
  const { inspector, head, path } = inspectorOf(page);
  await expect(head).toHaveText(/^output, /);
  await inspector.getByRole('button', { name: 'To the pixels' }).click();
  await expect(head).toHaveText(/^input, /);
  await expect(path).toHaveCount(9);
});

test('drawings and photographs go through both networks, with every prediction’s confidence', async ({
  page,
}) => {
  await open(page, '/networks/#out-of-distribution');
  await page.getByRole('button', { name: 'Compare both networks' }).click();
  const summary = page.getByRole('table', { name: /^Correct predictions/ });
  await expect(summary.getByRole('cell', { name: /^\d of \d correct, [\d.>]+% confident$/ })).toHaveCount(4);
  const each = page.getByRole('table', { name: /^Every image/ });
  await expect(each.getByRole('row')).toHaveCount(15);
  const plane = each.getByRole('row').filter({ has: page.locator('img[src*="airplane-photo-1"]') });
  await expect(plane.getByRole('cell').last()).toHaveText(/Correct: airplane, \d+\.\d%/);
  await expectNoViolations(page, 'section[aria-labelledby="out-of-distribution"]');
});

test('an unknown network is reported, and the course’s is shown', async ({ page }) => {
  await open(page, '/trace/?network=no-such-net');
  await expect(page.getByText(/no network called “no-such-net”/)).toBeVisible();
  await expect(networkButton(page)).toContainText('Drawings');
});

test('a network that is chosen while another is being set up takes its place without a complaint', async ({
  page,
}) => {
  let [release, passedOn] = [() => {}, () => {}];
  const chosen = new Promise<void>((resolve) => {
    release = resolve;
  });
  const late = new Promise<void>((resolve) => {
    passedOn = resolve;
  });
  const asked = page.waitForRequest('**/model/conv.safetensors');
  await page.route('**/model/conv.safetensors', async (route) => {
    await chosen;
    await route.continue();
    passedOn();
  });
  await page.goto('/take-home/');
  await asked;
  await choose(page, /^Digits/);
  await liveMaps(page);
  release();
  await late;
  await expect(page.getByRole('button', { name: /^Save everything/ })).toBeEnabled();
  await expect(page.getByText('Another network was chosen in the meantime.')).toHaveCount(0);
  await page.getByRole('button', { name: 'Save everything' }).click();
  await expect(page.getByText(/\.zip is saved\.$/)).toBeVisible();
});
