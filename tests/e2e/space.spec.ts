import { expectNoViolations } from './support/axe';
import { inspectorOf } from './support/inspector';
import { expect, open, test } from './support/site';

const LABEL = /^The network in space/;

test('a value is reached by keys in space, announced with its number, and explained @phone-check', async ({
  page,
}) => {
  await open(page, '/space/?picture=cat-1&stage=output');
  const space = page.getByRole('application', { name: LABEL });
  const reading = page.getByRole('region', { name: 'Followed value' });
  // Which value is strongest is known once the values are there.
  await expect(reading.locator('[data-value-shown]')).toHaveText(/\d/);
  await space.focus();
  // To the strongest unit of dense, to the one beside it, and back.
  for (const key of [',', 'ArrowRight', 'ArrowLeft']) await page.keyboard.press(key);
  await expect(page.locator('main [aria-live=polite]', { hasText: /^dense, unit \d+: \d/ })).toHaveCount(1);
  const number = (await reading.locator('[data-value-shown]').textContent()) ?? '';
  expect(Number(number)).toBeGreaterThan(0);
  await page.keyboard.press('Enter');
  const { inspector, head } = inspectorOf(page);
  await expect(head).toHaveText(/^dense, unit /);
  await expect(inspector).toContainText(number);
});

test('a click flies from stage to map to value, and then explains; gradients stand on the same planes @thorough', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, '/space/?picture=cat-1');
  const space = page.getByRole('application', { name: LABEL });
  await page.getByRole('button', { name: 'conv1', exact: true }).click();
  const reading = page.getByRole('region', { name: /^(Followed value|Under the pointer)$/ });
  await expect(reading).toContainText('conv1, row');
  // The map, the value, its explanation: what is flown to is in the middle.
  const box = await space.boundingBox();
  if (!box) throw new Error('nothing is drawn');
  const { inspector } = inspectorOf(page);
  for (let click = 0; click < 4 && !(await inspector.isVisible()); click++) {
    await page.mouse.click(box.x + box.width * 0.5 + 8, box.y + box.height * 0.5 + 8);
    await page.waitForTimeout(300);
  }
  await expect(inspector).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByText('Gradients', { exact: true }).click();
  await expect(page.getByRole('combobox', { name: 'Right class' })).toBeVisible();
  await expect(reading).toContainText('gradient');
  await expectNoViolations(page);
});

test('where there is no WebGL, the page says so and leads to the same values @thorough', async ({ page }) => {
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
  await open(page, '/space/?picture=cat-2&stage=conv2&channel=5&cell=3,4,5');
  await page.getByRole('link', { name: 'The trace, opened at conv2' }).click();
  await expect(page).toHaveURL(/\/trace\//);
  await expect(page).toHaveURL(/stage=conv2&channel=5&cell=3,4,5/);
});

test('a lost graphics card is said, and drawing goes on when it is back @thorough', async ({ page }) => {
  await open(page, '/space/');
  const space = page.getByRole('application', { name: LABEL });
  await expect(space).toBeVisible();
  const extension = await page.evaluateHandle(() =>
    document
      .querySelector<HTMLCanvasElement>('[role=application] canvas')
      ?.getContext('webgl2')
      ?.getExtension('WEBGL_lose_context'),
  );
  // In the middle of a flight.
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.getByRole('button', { name: 'Fly through' }).click();
  await extension.evaluate((card) => card?.loseContext());
  const message = page.getByText(/^The graphics card has stopped drawing/);
  await expect(message).toBeVisible();
  await extension.evaluate((card) => card?.restoreContext());
  await expect(message).toBeHidden();
  // The flight goes on, as far as the overview.
  await expect(page.getByRole('button', { name: 'Fly through' })).toBeVisible({ timeout: 60_000 });
});

for (const network of ['photographs', 'digits'])
  test(`the ${network}’ network stands in space @thorough`, async ({ page }) => {
    await open(page, `/space/?network=${network}`);
    const space = page.getByRole('application', { name: LABEL });
    await space.focus();
    for (let step = 0; step < 3; step++) await page.keyboard.press('.');
    await expect(
      page.getByRole('region', { name: 'Followed value' }).locator('[data-value-shown]'),
    ).toHaveText(/\d/);
  });
