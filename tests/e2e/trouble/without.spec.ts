import { referencePipeline } from '@/lib/course/reference';
import { formatShape } from '@/lib/format/format';
import { expect, test } from '../support/site';

// Without scripts there is no service worker, so that no visit is a returning one.
test.describe('without JavaScript', { tag: '@first-visit' }, () => {
  test.use({ javaScriptEnabled: false });

  for (const { id, output } of referencePipeline.stages) {
    test(`the lesson ${id} is readable`, async ({ page }) => {
      await page.goto(`/stages/${id}/`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const text = ((await page.getByRole('main').textContent()) ?? '').replace(/\s+/g, ' ');
      expect(text.split(' ').length).toBeGreaterThan(250);
      expect(text).toContain(formatShape(output));
      // Text is not searched for in noscript, so it is selected by name.
      await expect(page.locator('noscript strong')).toHaveText('JavaScript is off.');
    });
  }
});
