import { expectNoViolations } from './support/axe';
import { expect, onBothVisits, open, test } from './support/site';

onBothVisits(() => {
  test('all methods on one image, another class, the images that activate a filter, and a map of images @phone-check', async ({
    page,
  }) => {
    await open(page, '/see/?picture=cat-1');
    const methods = page.getByRole('region', { name: 'Which pixels counted' });
    for (const name of ['Saliency', 'Pixel contributions (exact)', 'Grad-CAM at conv1', 'Grad-CAM at conv2'])
      await expect(methods.getByRole('heading', { name })).toBeVisible();
    const note = methods.getByText(/^pixels .*, biases /);
    await expect(note).toBeVisible();
    const before = await note.textContent();
    await methods.getByRole('combobox').selectOption('5');
    await expect(note).not.toHaveText(before ?? '');
    await methods.getByRole('button', { name: 'Walk the way' }).press('Enter');
    const sums = methods.getByText(/^adds up to/);
    await expect(sums).toBeVisible({ timeout: 60_000 });
    const [sum, rise] =
      ((await sums.textContent()) ?? '')
        .replaceAll('−', '-')
        .match(/-?[\d.]+/g)
        ?.map(Number) ?? [];
    expect(Math.abs(sum - rise)).toBeLessThan(0.1 * Math.max(1, Math.abs(rise)));

    const activating = page.getByRole('region', { name: /^What activates/ });
    await activating.getByRole('button', { name: 'Send them all through' }).first().press('Enter');
    await expect(activating.getByRole('listitem').first()).toBeVisible({ timeout: 60_000 });
    const values = await activating.getByRole('list').first().locator('.number').allTextContents();
    expect(values.map(Number)).toEqual(values.map(Number).toSorted((a, b) => b - a));

    await page.getByRole('button', { name: 'Draw the map' }).press('Enter');
    const map = page.getByRole('application', { name: /^Map of 200 images/ });
    await expect(map).toBeVisible({ timeout: 60_000 });
    await map.focus();
    // Where the first image lies, and whether the keys lead back to it in the end, depends on the network.
    const names: string[] = [];
    for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp']) {
      await page.keyboard.press(key);
      names.push((await map.getAttribute('aria-label')) ?? '');
    }
    expect(names.filter((name) => /Open: image [1-9]/.test(name))).not.toEqual([]);
    await expectNoViolations(page);
  });
});
