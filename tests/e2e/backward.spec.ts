import { expectNoViolations } from './support/axe';
import { expect, onBothVisits, open, test } from './support/site';

/** A number as the page writes it. */
const numberIn = (text: string | null) => Number((text ?? '').replace('−', '-').replace('e−', 'e-'));

test('backward pass by keyboard: stages from the last to the first, and their gradients @phone', async ({
  page,
}) => {
  await open(page, '/backward/?picture=cat-1&epoch=1');
  const rows = page.getByRole('row').filter({ hasText: /^(airplane|cat|truck)/ });
  await expect(page.getByText(/so the loss is −log P = /)).toBeVisible();
  // The gradient of the right class's logit is its probability minus 1.
  const cat = rows.filter({ hasText: /^cat/ }).getByRole('cell');
  const [probability, , gradient] = await cat.allTextContents();
  expect(numberIn(gradient)).toBeCloseTo(numberIn(probability) - 1, 3);
  await page.getByRole('combobox', { name: 'The right class' }).selectOption('truck');
  await expect(rows.filter({ hasText: /^truck/ })).toContainText('− 1');
  const stages = page.getByRole('group', { name: /^The stage whose gradients/ }).getByRole('radio');
  await expect(stages).toHaveCount(9);
  await stages.first().focus();
  for (const stage of ['dense', 'flatten', 'pool2', 'conv2', 'pool1', 'conv1', 'normalize', 'input']) {
    await page.keyboard.press('ArrowRight');
    await expect(
      page.getByRole('application', { name: new RegExp(`^Gradients to .* of ${stage}`) }),
    ).toBeVisible();
  }
});

onBothVisits(() => {
  test('a weight in the next step: its images add up to its gradient, and the optimizer to its new value', async ({
    page,
  }) => {
    await open(page, '/backward/?epoch=1');
    const picker = page.getByRole('group', { name: 'The layer of the weight' });
    await picker.getByRole('radio', { name: 'output' }).check({ force: true });
    await page.getByRole('spinbutton', { name: 'input', exact: true }).fill('17');
    await page.getByRole('button', { name: 'Break down the next update' }).press('Enter');
    await expect(page.getByText(/^The first step of a run from the network of epoch 1/)).toBeVisible();
    await expect(page.getByRole('heading', { level: 3 })).toHaveText(
      'output, weight from input 17 to airplane',
    );
    const table = page.getByRole('table').filter({ hasText: 'first moment' });
    const last = table.getByRole('row').last().getByRole('cell');
    const [, numbers, after] = await last.allTextContents();
    const [weight, change] = numbers.split(' ; ').map(numberIn);
    expect(numberIn(after)).toBeCloseTo(weight + change, 5);
    await expectNoViolations(page);
  });
});
