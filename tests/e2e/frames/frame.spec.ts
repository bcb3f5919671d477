import type { FrameLocator, Page } from '@playwright/test';
import { expect, test } from '../support/site';

/** Shows a page of the site in a frame of a page from outside the site. */
async function inFrame(
  page: Page,
  baseURL: string | undefined,
  path: string,
  sandbox = '',
): Promise<FrameLocator> {
  await page.setContent(
    `<iframe ${sandbox} src="${baseURL}${path}" title="Frame" style="width: 1200px; height: 800px"></iframe>`,
  );
  return page.frameLocator('iframe');
}

for (const path of ['/', '/stages/conv1/', '/train/']) {
  test(`a frame without an origin says what it lacks: ${path} @first-visit`, async ({
    page,
    baseURL,
    watch,
  }) => {
    // The browser logs to the console what it refuses there.
    watch.allow(/origin 'null'|ERR_FAILED/);
    const frame = await inFrame(page, baseURL, path, 'sandbox="allow-scripts"');
    const note = frame.getByRole('status').filter({ hasText: 'no origin' });
    await expect(note).toContainText(
      'neither load the network, nor compute in the background, nor keep anything',
    );
    await expect(note.getByRole('link')).toHaveAttribute('href', new RegExp(`${path}$`));
    await expect(frame.locator('body')).toContainText('There are no values: the network can’t run here.');
    await expect(frame.locator('body')).not.toContainText(/in a moment|on (its|their) way/);
  });
}

test('in a frame without an origin, training is reported at once as impossible @first-visit', async ({
  page,
  baseURL,
  watch,
}) => {
  watch.allow(/origin 'null'|ERR_FAILED/);
  const frame = await inFrame(page, baseURL, '/train/', 'sandbox="allow-scripts allow-forms"');
  await expect(frame.getByText('no origin')).toBeVisible();
  await frame.getByRole('button', { name: 'Start training' }).click();
  await expect(frame.getByRole('region', { name: 'Run', exact: true }).getByRole('alert')).toContainText(
    'the network can’t run here',
  );
});

test('an ordinary frame works, and a page that stores things says that they may be lost in it @first-visit', async ({
  page,
  baseURL,
}) => {
  const train = await inFrame(page, baseURL, '/train/');
  await expect(train.getByRole('status').filter({ hasText: 'inside another' })).toContainText('may be lost');
  const lesson = await inFrame(page, baseURL, '/stages/conv1/');
  await expect(lesson.getByRole('figure').first()).toBeVisible();
  await expect(lesson.locator('main')).not.toContainText(/on (its|their) way/);
  await expect(lesson.getByText('inside another')).toHaveCount(0);
});
