import { inspectorOf } from '../support/inspector';
import { expect, open, test } from '../support/site';

const VALUE = 'conv2.14.14.0*pool1.14.14.0';

test('on a phone the sheet has the stages that it covers: they name the value’s place, and each leads on @phone-only', async ({
  page,
}) => {
  const { inspector, head, path, term } = inspectorOf(page);
  const strip = inspector.getByRole('navigation', { name: 'The nine stages' });
  const stage = (id: string) => strip.getByRole('link', { name: new RegExp(`^${id}`) });
  await open(page, '/stages/conv2/?picture=cat-1');
  await page
    .getByRole('button', { name: /^Explain this value/ })
    .first()
    .click();
  await expect(stage('conv2')).toHaveAttribute('aria-current', 'step');
  await term.first().click();
  await expect(stage('pool1')).toHaveAttribute('aria-current', 'step');
  await expect(stage('pool1').getByText('pool1', { exact: true })).toBeInViewport();
  // What is read on from is below the strip, however far one had scrolled.
  await inspector.evaluate((sheet) => sheet.scrollTo(0, sheet.scrollHeight));
  await expect(stage('output')).toBeInViewport({ ratio: 1 });
  await path.first().getByRole('button').click();
  await expect(head).toBeInViewport({ ratio: 1 });
  const [below, title] = [await strip.boundingBox(), await head.boundingBox()];
  expect(title?.y).toBeGreaterThanOrEqual((below?.y ?? 0) + (below?.height ?? 0));
  await stage('dense').click();
  await expect(page).toHaveURL(/\/stages\/dense\//);
  await expect(inspector).toBeHidden();
});

test('on a phone a stage of the sheet opens in the trace, and Back leads to the value again @phone-only', async ({
  page,
}) => {
  await open(page, `/trace/?picture=cat-1&stage=conv2&way=${VALUE}`);
  const { inspector, head } = inspectorOf(page);
  await expect(head).toHaveText(/^pool1, /);
  await inspector
    .getByRole('navigation', { name: 'The nine stages' })
    .getByRole('link', { name: /^dense/ })
    .click();
  await expect(inspector).toBeHidden();
  await expect(page).toHaveURL(/\/trace\/(?!.*way=).*stage=dense/);
  await expect(page.locator('#open-layer')).toBeInViewport();
  await page.goBack();
  await expect(head).toHaveText(/^pool1, /);
  await expect(page).toHaveURL(/stage=conv2/);
});
