import { expect, open, test } from '../support/site';

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
  const board = page.getByRole('application', { name: /^The image/ });
  const changes = page.getByText(/^(Nothing is changed|\d+ changes?, the last)/);
  const shown = () => board.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  const zoom = () => page.evaluate(() => window.visualViewport?.scale ?? 1);
  await expect(page.getByRole('table', { name: /^The predictions/ })).toContainText('%');
  await board.scrollIntoViewIfNeeded();
  const box = await board.boundingBox();
  if (!box) throw new Error('no board');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const client = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: Finger[]) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints });
  const left = (away: number): Finger => ({ id: 1, x: middle.x - away, y: middle.y });
  const right = (away: number): Finger => ({ id: 2, x: middle.x + away, y: middle.y });
  const bothGo = async (from: number, to: number) => {
    await touch('touchStart', left(from), right(from));
    for (let step = 1; step <= 10; step++) {
      const away = from + ((to - from) * step) / 10;
      await touch('touchMove', left(away), right(away));
    }
    await touch('touchEnd');
  };
  const frames = () =>
    page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

  // Both at once, and moved together: the page is as small as it gets already.
  await touch('touchStart', left(80));
  await bothGo(80, 20);
  await frames();
  await expect(changes).toHaveText('Nothing is changed.');

  await touch('touchStart', left(80));
  for (let away = 75; away >= 20; away -= 5) await touch('touchMove', left(away));
  await expect(changes).toHaveText(/^1 change, the last: painted/);
  await frames();
  const painted = await shown();
  await bothGo(20, 120);
  await frames();
  expect(await zoom()).toBeGreaterThan(1.2);
  await expect(changes).toHaveText(/^1 change, the last: painted/);
  expect(await shown()).toBe(painted);
});
