import type { Page } from '@playwright/test';
import { inspectorOf } from '../support/inspector';
import { expect, open, test } from '../support/site';

const STAGES = ['conv1', 'pool1', 'conv2', 'pool2', 'flatten', 'dense', 'output', 'normalize', 'input'];
const spineOf = (page: Page) => page.getByRole('navigation', { name: 'The nine stages' });

interface Movement {
  readonly types: readonly string[];
  /** The names of what moved from one place to another. */
  readonly moved: readonly string[];
}

declare global {
  interface Window {
    movements: Movement[];
  }
}

/** Lists the movements from page to page as they begin. */
const observeMovements = (page: Page) =>
  page.addInitScript(() => {
    window.movements = [];
    const start = Document.prototype.startViewTransition;
    Document.prototype.startViewTransition = function (this: Document, settings) {
      const transition = start.call(this, settings);
      const types = typeof settings === 'object' ? [...(settings?.types ?? [])] : [];
      void transition.ready.then(() => {
        const moved = document.documentElement.getAnimations({ subtree: true }).flatMap(({ effect }) => {
          if (!(effect instanceof KeyframeEffect)) return [];
          const [first, last] = effect.getKeyframes();
          const name = /^::view-transition-group\((.*)\)$/.exec(effect.pseudoElement ?? '')?.[1];
          return name && first.transform !== last?.transform ? [name] : [];
        });
        window.movements.push({ types, moved });
      });
      return transition;
    };
  });

/** The movement that has just begun, and none before it. */
async function movement(page: Page): Promise<Movement> {
  await page.waitForFunction(() => window.movements.length > 0);
  const found = await page.evaluate(() => window.movements.splice(0));
  expect(found).toHaveLength(1);
  return found[0];
}

test('a stage grows from its thumbnail, and no page change loses image, epoch or followed value', async ({
  page,
}) => {
  await observeMovements(page);
  await open(page, '/stages/input/?picture=cat-1&epoch=3');
  const { inspector, head } = inspectorOf(page);
  await page
    .getByRole('button', { name: /^Explain this value/ })
    .first()
    .click();
  const value = (await head.textContent()) ?? '';
  const followed = new URL(page.url()).searchParams.get('way');
  expect(followed).toMatch(/^input\./);
  for (const [at, stage] of STAGES.entries())
    await test.step(stage, async () => {
      await spineOf(page)
        .getByRole('link', { name: new RegExp(`^${stage}`) })
        .click();
      await expect(page).toHaveURL(new RegExp(`/stages/${stage}/`));
      const { types, moved } = await movement(page);
      expect(types).toEqual(['stage']);
      // The one that is turned to grows, and the one that is left becomes its thumbnail again.
      expect(moved).toHaveLength(2);
      await expect(head).toHaveText(value);
      const { searchParams } = new URL(page.url());
      expect(Object.fromEntries(searchParams)).toMatchObject({
        picture: 'cat-1',
        epoch: '3',
        way: followed,
      });
      if (at === 0) await expect(page.getByRole('figure').first()).toBeVisible();
    });
  await page.keyboard.press('Escape');
  await expect(inspector).toBeHidden();
  await expect(page).not.toHaveURL(/way=/);
});

test('Back leads to the place, the map and the value that were left, without a movement', async ({
  page,
}) => {
  await observeMovements(page);
  await open(page, '/stages/conv1/?picture=cat-1&channel=5&cell=12,30,5');
  const chosen = page.getByRole('radio', { name: /^map 5\b/ });
  await expect(chosen).toBeChecked();
  await page.mouse.wheel(0, 900);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(500);
  const left = await page.evaluate(() => window.scrollY);
  await spineOf(page)
    .getByRole('link', { name: /^pool1/ })
    .click();
  await movement(page);
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await page.goBack();
  await expect(page).toHaveURL(/\/stages\/conv1\/\?.*cell=12,30,5/);
  await expect(chosen).toBeChecked();
  await expect.poll(async () => Math.abs((await page.evaluate(() => window.scrollY)) - left)).toBeLessThan(3);
  expect(await page.evaluate(() => window.movements)).toEqual([]);
});

test('from the trace to the lesson the followed value stays', async ({ page }) => {
  await open(page, '/trace/?picture=cat-1&stage=conv1&channel=5&cell=12,30,5');
  await page.getByRole('link', { name: /lesson/i }).click();
  await expect(page).toHaveURL(/\/stages\/conv1\/\?.*cell=12,30,5/);
  await expect(page.getByRole('radio', { name: /^map 5\b/ })).toBeChecked();
});

test('where motion is not wanted, and in a browser without movements, pages change at once', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await observeMovements(page);
  await open(page, '/stages/input/?picture=cat-1');
  await spineOf(page)
    .getByRole('link', { name: /^conv1/ })
    .click();
  await expect(page).toHaveURL(/\/stages\/conv1\//);
  for (const { moved } of await page.evaluate(() => window.movements)) expect(moved).toEqual([]);
  await page.addInitScript(() => Reflect.deleteProperty(Document.prototype, 'startViewTransition'));
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await open(page, '/stages/input/?picture=cat-1');
  expect(await page.evaluate(() => 'startViewTransition' in document)).toBe(false);
  await spineOf(page)
    .getByRole('link', { name: /^conv1/ })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Small kernels look for edges' })).toBeVisible();
});
