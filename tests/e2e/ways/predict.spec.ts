import type { Locator, Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe';
import { expect, onBothVisits, open, test } from '../support/site';

/** The numbers of an equation, in order; veiled ones are read as well, which only a test can do. */
const written = async (equation: Locator) =>
  (await equation.locator('.number').allTextContents()).map((text) =>
    Number(text.replaceAll('−', '-').replaceAll(',', '')),
  );

interface Lesson {
  readonly stage: string;
  /** A wrong answer, and the response to it; a right one; each as the texts of the fields. */
  wrong(figure: Locator): Promise<readonly string[]>;
  readonly feedback: RegExp;
  right(figure: Locator): Promise<readonly string[]>;
  /** What must not be visible before the answer. */
  hidden(figure: Locator): Locator;
}

/** The readout of a pixel, colour by colour; the magnified one is the first. */
const colours = async (figure: Locator) => {
  const shown = figure.getByText(/^(red|green|blue) \d+$/);
  return (await shown.allTextContents()).map((text) => Number(/\d+/.exec(text)?.[0]));
};
const shownColour = async (figure: Locator) => {
  const asked = (await figure.locator('form label').textContent()) ?? '';
  return ['red', 'green', 'blue'].findIndex((colour) => asked.includes(colour));
};
const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0);
const relu = (number: number) => Math.max(0, number);
const equation = (figure: Locator) => figure.getByRole('group', { name: /^The sum of / });
const winnerOf = async (figure: Locator) => {
  const cells = figure.locator('ol[data-values="2"] > li');
  const texts = await cells.allInnerTexts();
  const read = texts.map((text) => /(-?[\d.]+)\s*row (\d+), col (\d+)/.exec(text.replaceAll('−', '-')) ?? []);
  return read.toSorted((a, b) => Number(b[1]) - Number(a[1])).map(([, , row, column]) => [row, column]);
};

const convolution = (stage: string): Lesson => ({
  stage,
  wrong: async (figure) => {
    const numbers = await written(equation(figure));
    // All except the bias, the sum, the input of ReLU, and the value.
    return [relu(sum(numbers.slice(0, -4))).toFixed(4)];
  },
  feedback: /forgets the bias/,
  right: async (figure) => [`${(await written(equation(figure))).at(-1)?.toFixed(3)}`.replace('.', ',')],
  hidden: (figure) => equation(figure).locator('[data-veil]').last(),
});
const pooling = (stage: string): Lesson => ({
  stage,
  wrong: async (figure) => (await winnerOf(figure))[1],
  feedback: /Another value of the window is larger/,
  right: async (figure) => (await winnerOf(figure))[0],
  hidden: (figure) => figure.getByText(/The largest goes on/),
});

const LESSONS: readonly Lesson[] = [
  {
    stage: 'input',
    wrong: async (figure) => {
      const own = (await colours(figure))[await shownColour(figure)];
      return [String(own > 127 ? 0 : 255)];
    },
    feedback: /missing to 255|Look at the pixel closely|That is its/,
    right: async (figure) => [String((await colours(figure))[await shownColour(figure)])],
    hidden: (figure) => figure.locator('td [data-veil]'),
  },
  {
    stage: 'normalize',
    wrong: async (figure) => [
      String((await written(figure.getByRole('group', { name: 'The division' })))[0]),
    ],
    feedback: /as it comes in/,
    right: async (figure) => {
      const [raw, divisor] = await written(figure.getByRole('group', { name: 'The division' }));
      return [(raw / divisor).toFixed(3)];
    },
    hidden: (figure) =>
      figure.getByRole('group', { name: 'The division' }).locator('[data-veil="value"]').last(),
  },
  convolution('conv1'),
  pooling('pool1'),
  convolution('conv2'),
  pooling('pool2'),
  {
    stage: 'flatten',
    wrong: async (figure) => {
      const [row, width, column, , channel] = await written(
        figure.getByRole('group', { name: 'From the place to the index' }),
      );
      // Map after map; the maps are as high as they are wide.
      return [String((channel * width + row) * width + column)];
    },
    feedback: /map after map: the channel first/,
    right: async (figure) => {
      const [row, width, column, depth, channel] = await written(
        figure.getByRole('group', { name: 'From the place to the index' }),
      );
      return [String((row * width + column) * depth + channel)];
    },
    hidden: (figure) => figure.getByRole('list', { name: 'The value between its neighbours in the vector' }),
  },
  {
    stage: 'dense',
    wrong: async (figure) => [(await written(equation(figure)))[0].toFixed(4)],
    feedback: /forgets the bias/,
    right: async (figure) => [`${(await written(equation(figure))).at(-1)?.toFixed(3)}`],
    hidden: (figure) => equation(figure).locator('[data-veil]').last(),
  },
  {
    stage: 'output',
    wrong: async (figure) =>
      [(await written(figure.getByRole('group', { name: /^The softmax of/ }))).at(-1)?.toFixed(4) ?? ''].map(
        (share) => String(Number(share) * 100),
      ),
    feedback: /in percent/,
    right: async (figure) => [
      (await written(figure.getByRole('group', { name: /^The softmax of/ }))).at(-1)?.toFixed(3) ?? '',
    ],
    hidden: (figure) =>
      figure
        .getByRole('group', { name: /^The softmax of/ })
        .locator('[data-veil]')
        .last(),
  },
];

async function answer(page: Page, form: Locator, texts: readonly string[]): Promise<void> {
  for (const [at, text] of texts.entries()) await form.getByRole('textbox').nth(at).fill(text);
  await page.keyboard.press('Enter');
}

/** A lesson's own figure; the line of what goes in and comes out may stand before it. */
const askingFigure = (page: Page): Locator =>
  page
    .locator('main figure')
    .filter({ has: page.getByRole('checkbox', { name: 'Predict, then reveal' }) })
    .first();

/** One lesson for each way of asking; the others ask in one of the same ways. */
const FEW = ['input', 'conv1', 'pool1', 'flatten', 'output'];

for (const lesson of LESSONS)
  test(`${lesson.stage}: the figure asks first; a wrong answer gets the reason, a right one shows the value${FEW.includes(lesson.stage) ? '' : ' @thorough'}`, async ({
    page,
  }) => {
    // axe checks hundreds of values in each theme.
    test.slow();
    await open(page, `/stages/${lesson.stage}/?picture=cat-1`);
    const figure = askingFigure(page);
    await expect(lesson.hidden(figure).first()).toBeVisible({ timeout: 30_000 });
    await figure.getByRole('checkbox', { name: 'Predict, then reveal' }).press('Space');
    const form = figure.locator('form');
    await expect(form).toBeVisible();
    await expect(lesson.hidden(figure).first()).toBeHidden();
    await expect(figure.locator('xpath=following-sibling::p[1]').getByRole('button')).toBeDisabled();

    await answer(page, form, await lesson.wrong(figure));
    await expect(form.getByRole('status')).toContainText('Not quite.');
    await expect(form.getByRole('status')).toContainText(lesson.feedback);
    await expect(lesson.hidden(figure).first()).toBeHidden();
    await expectNoViolations(page, 'figure');
    await answer(page, form, await lesson.right(figure));
    await expect(form.getByRole('status')).toContainText('Right.');
    await expect(lesson.hidden(figure).first()).toBeVisible();
    await expect(figure).toContainText('So far 1 asked, 1 right.');
  });

onBothVisits(() => {
  test('nothing moves when an answer is shown; two wrong ones show it, the next value is asked for, and the switch is kept @phone', async ({
    page,
  }) => {
    await open(page, '/stages/conv1/?picture=cat-1');
    const figure = askingFigure(page);
    await figure.getByRole('checkbox', { name: 'Predict, then reveal' }).press('Space');
    const form = figure.locator('form');
    await expect(form).toBeVisible();
    // Typing scrolls the field into view: that is done before, so that only movements by the page are seen.
    await form.getByRole('textbox').first().scrollIntoViewIfNeeded();
    const box = () => figure.boundingBox();
    const before = await box();
    const asked = (await form.locator('p').first().textContent()) ?? '';
    await answer(page, form, ['x']);
    await expect(form.getByRole('status')).toContainText('“the value” takes a number');
    await answer(page, form, ['777']);
    await answer(page, form, ['888']);
    await expect(form.getByRole('status')).toContainText(/Not quite\. .* 27 products come to/);
    expect(await box()).toEqual(before);
    await form.getByRole('button', { name: 'Another value' }).press('Enter');
    await expect(form.locator('p').first()).not.toHaveText(asked);
    await expect(form.getByRole('status')).toHaveText('');
    await form.getByRole('button', { name: 'Show me' }).press('Enter');
    await expect(figure).toContainText('So far 2 asked, 0 right.');

    // A click on a map asks about that value, and does not explain it.
    await figure.getByRole('application', { name: /^Feature map/ }).click({ position: { x: 40, y: 40 } });
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(form.getByRole('status')).toHaveText('');

    // The switch is shared by all figures and survives a reload; the shape can be asked for as well.
    await open(page, '/stages/pool1/?picture=cat-1');
    const next = askingFigure(page);
    await expect(next.getByRole('checkbox', { name: 'Predict, then reveal' })).toBeChecked();
    await next.getByText('the shape', { exact: true }).click();
    await answer(page, next.locator('form'), ['32', '32', '32']);
    await expect(next.locator('form').getByRole('status')).toContainText('One too many');
    await answer(page, next.locator('form'), ['31', '31', '32']);
    await expect(next.locator('form').getByRole('status')).toContainText('Right. It outputs 31 × 31 × 32');
    await next.getByRole('checkbox', { name: 'Predict, then reveal' }).press('Space');
    await expect(next.locator('form')).toHaveCount(0);

    await page.goto('/modes/');
    await expect(page.getByText(/^You have met 3 questions .* answered 1 right/)).toBeVisible();
  });
});
