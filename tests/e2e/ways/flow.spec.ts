import type { Page } from '@playwright/test';
import { inspectorOf } from '../support/inspector';
import { expect, open, test } from '../support/site';

const STAGES = ['conv1', 'pool1', 'conv2', 'pool2', 'flatten', 'dense', 'output', 'normalize', 'input'];
const ORDER = ['input', 'normalize', 'conv1', 'pool1', 'conv2', 'pool2', 'flatten', 'dense', 'output'];
const nameOf = (stage: string) => `stage-${ORDER.indexOf(stage) + 1}`;
/** No thumbnail is wider, in pixels, and no figure as narrow. */
const THUMBNAIL = 60;
const spineOf = (page: Page) => page.getByRole('navigation', { name: 'The nine stages' });

interface Movement {
  /** The address of the page that is shown as it begins. */
  readonly path: string;
  /** How wide each part that moves was before, in pixels. */
  readonly widths: Readonly<Record<string, number>>;
}

declare global {
  interface Window {
    movements: Movement[];
  }
}

/** Lists the movements from page to page as they begin. */
async function observeMovements(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.addInitScript(() => {
    window.movements = [];
    const start = Document.prototype.startViewTransition;
    Document.prototype.startViewTransition = function (this: Document, settings) {
      const transition = start.call(this, settings);
      void transition.ready.then(() => {
        const widths: Record<string, number> = {};
        for (const { effect } of document.documentElement.getAnimations({ subtree: true })) {
          if (!(effect instanceof KeyframeEffect)) continue;
          const name = /^::view-transition-group\((.*)\)$/.exec(effect.pseudoElement ?? '')?.[1];
          if (name) widths[name] = Number.parseFloat(String(effect.getKeyframes()[0]?.width));
        }
        window.movements.push({ path: window.location.pathname, widths });
      });
      return transition;
    };
  });
}

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
  let left = 'input';
  for (const stage of STAGES)
    await test.step(stage, async () => {
      await spineOf(page)
        .getByRole('link', { name: new RegExp(`^${stage}`) })
        .click();
      await expect(page).toHaveURL(new RegExp(`/stages/${stage}/`));
      const { path, widths } = await movement(page);
      expect(path).toBe(`/stages/${stage}/`);
      // The stage that is turned to was a thumbnail, and the one that is left was a figure.
      expect(widths[nameOf(stage)]).toBeLessThan(THUMBNAIL);
      expect(widths[nameOf(left)]).toBeGreaterThan(THUMBNAIL);
      left = stage;
      await expect(head).toHaveText(value);
      // The address follows the page a moment later.
      await expect
        .poll(() => Object.fromEntries(new URL(page.url()).searchParams))
        .toMatchObject({ picture: 'cat-1', epoch: '3', way: followed });
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
  await page.evaluate(() => window.scrollTo({ top: 900, behavior: 'instant' }));
  const left = await page.evaluate(() => window.scrollY);
  expect(left).toBeGreaterThan(500);
  // Pressed where it is: a click of the test itself would scroll first.
  await spineOf(page)
    .getByRole('link', { name: /^pool1/ })
    .evaluate((link: HTMLElement) => link.click());
  await movement(page);
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await page.goBack();
  await expect(page).toHaveURL(/\/stages\/conv1\/\?.*cell=12,30,5/);
  await expect(chosen).toBeChecked();
  await expect.poll(async () => Math.abs((await page.evaluate(() => window.scrollY)) - left)).toBeLessThan(3);
  expect(await page.evaluate(() => window.movements)).toEqual([]);
});

test('on a slow machine the movement waits for the page that a link leads to', async ({ page, context }) => {
  await observeMovements(page);
  await open(page, '/stages/conv1/?picture=cat-1');
  // The parts of the page that arrive after its maps are shown while the other page is on its way.
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 8 });
  await spineOf(page)
    .getByRole('link', { name: /^pool1/ })
    .click();
  expect((await movement(page)).path).toBe('/stages/pool1/');
});

test('a link to the page that is open already moves nothing, also later', async ({ page }) => {
  await observeMovements(page);
  await open(page, '/stages/conv1/?picture=cat-1');
  await spineOf(page)
    .getByRole('link', { name: /^conv1/ })
    .click();
  // What arrives late is shown while one scrolls.
  await page.evaluate(() => window.scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
  await page.waitForLoadState('networkidle');
  expect(await page.evaluate(() => window.movements)).toEqual([]);
});

test('from the trace to the lesson the followed value stays', async ({ page }) => {
  await open(page, '/trace/?picture=cat-1&stage=conv1&channel=5&cell=12,30,5');
  await page.getByRole('link', { name: 'Read the lesson on conv1' }).click();
  await expect(page).toHaveURL(/\/stages\/conv1\/\?.*cell=12,30,5/);
  await expect(page.getByRole('radio', { name: /^map 5\b/ })).toBeChecked();
});

test('a link back to a page shows the stage and the value that were left, and a link to another value that one @phone', async ({
  page,
}) => {
  /** Links of all kinds: of the menu, of the strip, of the walk. Pressed where they are. */
  const follow = async (href: string) => {
    await page
      .locator(`a[href="${href}"]`)
      .first()
      .evaluate((link: HTMLElement) => link.click());
    await expect.poll(() => new URL(page.url()).pathname).toBe(href);
  };
  await open(page, '/stages/conv1/?picture=cat-1&epoch=3&channel=5&cell=12,30,5');
  await follow('/stages/pool1/');
  await expect(page).not.toHaveURL(/cell=/);
  await follow('/quiz/');
  await follow('/stages/conv1/');
  await expect(page).toHaveURL(/channel=5&cell=12,30,5&epoch=3/);
  await expect(page.getByRole('radio', { name: /^map 5\b/ })).toBeChecked();

  await follow('/trace/');
  const stage = page.getByRole('heading', { level: 2 }).first();
  await expect(stage).toHaveText('Input');
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await page.getByRole('radio', { name: /^map 5\b/ }).press('Space');
  await expect(page).toHaveURL(/stage=conv1.*channel=5/);
  await follow('/quiz/');
  await follow('/trace/');
  await expect(stage).toHaveText('First convolution');
  await expect(page).toHaveURL(/stage=conv1.*channel=5/);
  // What was left is no step of the history.
  await page.goBack();
  await expect(page).toHaveURL(/\/quiz\//);
});

test('where motion is not wanted, and in a browser without movements, pages change at once', async ({
  page,
}) => {
  await observeMovements(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, '/stages/input/?picture=cat-1');
  await spineOf(page)
    .getByRole('link', { name: /^conv1/ })
    .click();
  await expect(page).toHaveURL(/\/stages\/conv1\//);
  for (const { widths } of await page.evaluate(() => window.movements)) expect(widths).toEqual({});
  await page.addInitScript(() => Reflect.deleteProperty(Document.prototype, 'startViewTransition'));
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await open(page, '/stages/input/?picture=cat-1');
  expect(await page.evaluate(() => 'startViewTransition' in document)).toBe(false);
  await spineOf(page)
    .getByRole('link', { name: /^conv1/ })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Small kernels look for edges' })).toBeVisible();
});
