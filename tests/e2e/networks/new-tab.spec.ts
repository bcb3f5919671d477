import { expect, open, test } from '../support/site';

test('a link that is opened in another tab shows the same network and epoch', async ({ page, context }) => {
  await open(page, '/?network=digits&epoch=3');
  const link = page.getByRole('navigation').getByRole('link', { name: 'Trace', exact: true });
  await expect(link).toHaveAttribute('href', /\/trace\/$/);
  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    link.click({ modifiers: ['ControlOrMeta'] }),
  ]);
  await expect.poll(() => new URL(tab.url()).search).toContain('network=digits');
  expect(new URL(tab.url()).searchParams.get('epoch')).toBe('3');
  await expect(tab.getByRole('region', { name: 'Network' })).toContainText('Digits');
  // A plain click in this tab goes on as before, with the choice of then.
  await link.click();
  await expect(page).toHaveURL(/\/trace\/\?.*network=digits/);
});
