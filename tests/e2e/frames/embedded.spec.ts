import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { listen } from '@/scripts/listen';
import { startHost } from '../support/host';
import { expect, test } from '../support/site';

test('a lesson computes in a frame of another site, also of an isolated one and of a file @first-visit', async ({
  page,
  watch,
}, testInfo) => {
  watch.allow(/^other origin/);
  const host = await startHost(true);
  const html = `<!doctype html><iframe src="${host.address}/stages/conv1/" width="900" height="700"></iframe>`;
  const isolated = {
    'Content-Type': 'text/html',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
  };
  const other = await listen((_, response) => response.writeHead(200, isolated).end(html), 0);
  const file = testInfo.outputPath('lesson.html');
  writeFileSync(file, html);
  // The lesson is on localhost, which counts as a different site.
  for (const address of [`http://127.0.0.1:${other.port}/`, pathToFileURL(file).href]) {
    await page.goto(address);
    const lesson = page.frameLocator('iframe');
    await expect(lesson.getByRole('heading', { level: 1 })).toBeVisible();
    await expect
      .poll(() =>
        lesson.locator('body').evaluate(() => performance.getEntriesByName('first-live-map').length),
      )
      .toBeGreaterThan(0);
  }
  // Parts that are fetched when the page is idle are requested from the host for as long as the page is open.
  await page.goto('about:blank');
  other.close();
  host.close();
});
