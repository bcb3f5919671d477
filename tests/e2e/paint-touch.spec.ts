import { expect, open, test } from './site';

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

interface Finger {
  readonly id: number;
  readonly x: number;
  readonly y: number;
}

test('one finger paints; a second one ends the stroke, and both together zoom and paint nothing', async ({
  page,
}) => {
  await open(page, '/what-if/?picture=cat-1');
  const board = page.getByRole('application', { name: /^The picture/ });
  const told = page.getByText(/^(Nothing is changed|\d+ changes?, the last)/);
  const shown = () => board.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  const zoom = () => page.evaluate(() => window.visualViewport?.scale ?? 1);
  await expect(page.getByRole('table', { name: /^The answers/ })).toContainText('%');
  await board.scrollIntoViewIfNeeded();
  const box = await board.boundingBox();
  if (!box) throw new Error('no board');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const client = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: Finger[]) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints });
  const left = (away: number): Finger => ({ id: 1, x: middle.x - away, y: middle.y });
  const right = (away: number): Finger => ({ id: 2, x: middle.x + away, y: middle.y });
  const pinch = async () => {
    for (let away = 20; away <= 120; away += 10) await touch('touchMove', left(away), right(away));
    await touch('touchEnd');
  };

  await touch('touchStart', left(80));
  for (let away = 75; away >= 20; away -= 5) await touch('touchMove', left(away));
  await expect(told).toHaveText(/^1 change, the last: painted/);
  const painted = await shown();
  await touch('touchStart', left(20), right(20));
  await pinch();
  const zoomed = await zoom();
  expect(zoomed).toBeGreaterThan(1.2);
  await touch('touchStart', left(20));
  await touch('touchStart', left(20), right(20));
  await pinch();
  expect(await zoom()).toBeGreaterThan(zoomed);
  await expect(told).toHaveText(/^1 change, the last: painted/);
  expect(await shown()).toBe(painted);
});
