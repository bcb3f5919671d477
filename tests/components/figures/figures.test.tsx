import { expect, test } from 'vitest';
import { type Locator, page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { ConvFigure } from '@/components/kinds/conv2d/Figure';
import { OutputFigure } from '@/components/kinds/dense/OutputFigure';
import { FlattenFigure } from '@/components/kinds/flatten/Figure';
import { PoolFigure } from '@/components/kinds/max-pool/Figure';
import { formatNumber } from '@/lib/format/format';
import type { Step } from '@/lib/provenance/path';
import { asMap, offset } from '@/lib/tensor/tensor';
import { FigureOf } from '../support/FigureOf';
import { DEAD_FILTER, trace } from '../support/small-network';
import '@/app/tokens.css';
import '@/app/globals.css';

const showConv = () =>
  render(
    <FigureOf id="conv1">
      {(props) => props.layer.kind === 'conv2d' && <ConvFigure {...props} layer={props.layer} />}
    </FigureOf>,
  );

const stage = (id: string) => {
  const found = trace.stages.find((one) => one.stage === id);
  if (!found) throw new Error(`no stage ${id}`);
  return found;
};

/** The numbers of an equation, in order, as they are written. */
const written = (equation: Locator) =>
  [...equation.element().querySelectorAll('.number')].map((one) => Number(text(one)));
const text = (element: Element) => (element.textContent ?? '').replaceAll('−', '-').replaceAll(',', '');

const focus = (locator: Locator) => (locator.element() as HTMLElement).focus();
const map = () => page.getByRole('application', { name: /^Feature map/ });

test('the sum of a convolution adds up on the screen, and equals the engine’s own value', async () => {
  await showConv();
  const equation = page.getByRole('group', { name: 'The sum of the products' });
  // The arithmetic is loaded beside the figure.
  await expect.element(equation).toBeVisible();
  for (const keys of ['{Control>}{Home}{/Control}', '{ArrowRight}{ArrowDown}', '{End}']) {
    focus(map());
    await userEvent.keyboard(keys);
    const numbers = written(equation).filter(Number.isFinite);
    const total = numbers[numbers.length - 2];
    const addends = numbers.slice(0, -2);
    expect(addends.reduce((sum, number) => sum + number, 0)).toBeCloseTo(total, 6);
    expect(numbers[numbers.length - 1]).toBe(Math.max(0, total));
  }
});

test('a convolution opens at the largest value of all its maps, which its summary names', async () => {
  await showConv();
  const { shape, values } = stage('conv1');
  const at = values.indexOf(Math.max(...values));
  const channel = at % asMap(shape)[2];
  await expect
    .element(map())
    .toHaveAttribute('aria-label', expect.stringContaining(`Feature map ${channel} `));
  const equation = page.getByRole('group', { name: 'The sum of the products' });
  await expect.element(equation).toBeVisible();
  expect(written(equation).at(-1)).toBeCloseTo(values[at], 4);
});

test('arrow keys move over a map, Page Down goes to the next channel, and each step is announced', async () => {
  await showConv();
  focus(map());
  await userEvent.keyboard('{Control>}{Home}{/Control}{ArrowRight}{ArrowRight}{ArrowDown}');
  const { shape, values } = stage('conv1');
  const announcement = (channel: number) =>
    `row 1, column 2, channel ${channel}: ${formatNumber(values[offset(shape, [1, 2, channel])])}`;
  const [, channel] = /^Feature map (\d)/.exec(map().element().getAttribute('aria-label') ?? '') ?? [];
  const live = page.getByText(announcement(Number(channel)), { exact: true });
  await expect.poll(() => live.elements().some((one) => one.matches('[aria-live]'))).toBe(true);
  await userEvent.keyboard('{PageDown}');
  const next = (Number(channel) + 1) % 4;
  await expect.element(map()).toHaveAttribute('aria-label', expect.stringContaining(`Feature map ${next} `));
  await expect
    .poll(() => page.getByText(announcement(next), { exact: true }).elements().length)
    .toBeGreaterThan(0);
});

test('a weight under the pointer is marked in every channel', async () => {
  await showConv();
  const cells = (colour: string) =>
    page.getByRole('region', { name: `Products of ${colour}` }).getByRole('listitem');
  await cells('green').nth(5).hover();
  for (const colour of ['red', 'green', 'blue']) {
    await expect.element(cells(colour).nth(5)).toHaveAttribute('data-tapped', 'true');
    await expect.element(cells(colour).nth(4)).toHaveAttribute('data-tapped', 'false');
  }
});

test('a map that never fires says so, and shows its values before ReLU', async () => {
  await showConv();
  const named = new RegExp(`\\b${DEAD_FILTER} never fires? on this image\\.`);
  await expect.element(page.getByText(named)).toBeVisible();
  await page.getByRole('radio', { name: new RegExp(`^map ${DEAD_FILTER}`) }).click({ force: true });
  await expect.element(page.getByText(/after ReLU: never fires on this image/)).toBeVisible();
  await page.getByText('before ReLU', { exact: true }).first().click();
  await expect.element(page.getByText(/never fires on this image$/)).not.toBeInTheDocument();
  focus(map());
  await userEvent.keyboard('{Control>}{Home}{/Control}');
  const { before, shape } = stage('conv1');
  const value = formatNumber(before?.[offset(shape, [0, 0, DEAD_FILTER])] ?? Number.NaN);
  await expect.poll(() => page.getByText(`row 0, column 0, channel 3: ${value}`).elements().length).toBe(2);
});

test('a click or Enter on a cell requests its arithmetic; hovering and moving do not', async () => {
  const opened: Step[] = [];
  await render(
    <FigureOf id="conv1" onOpen={(step) => opened.push(step)}>
      {(props) => props.layer.kind === 'conv2d' && <ConvFigure {...props} layer={props.layer} />}
    </FigureOf>,
  );
  await map().hover({ position: { x: 4, y: 4 } });
  focus(map());
  await userEvent.keyboard('{Control>}{Home}{/Control}{ArrowRight}');
  expect(opened).toEqual([]);
  const [, filter] = /^Feature map (\d)/.exec(map().element().getAttribute('aria-label') ?? '') ?? [];
  await userEvent.keyboard('{Enter}');
  expect(opened).toEqual([{ stage: 'conv1', cell: [0, 1, Number(filter)] }]);
  await map().click({ position: { x: 3, y: 3 } });
  expect(opened.at(-1)).toEqual({ stage: 'conv1', cell: [0, 0, Number(filter)] });
});

test('a cell of the input, and a product, request the value of the stage before', async () => {
  const opened: Step[] = [];
  await render(
    <FigureOf id="conv1" onOpen={(step) => opened.push(step)}>
      {(props) => props.layer.kind === 'conv2d' && <ConvFigure {...props} layer={props.layer} />}
    </FigureOf>,
  );
  focus(map());
  await userEvent.keyboard('{Control>}{Home}{/Control}');
  const source = page.getByRole('application', { name: /^What comes in/ });
  focus(source);
  await userEvent.keyboard('{ArrowLeft}{ArrowUp}{Enter}');
  expect(opened.at(-1)).toMatchObject({ stage: 'normalize', cell: [0, 0, expect.any(Number)] });
  const products = page.getByRole('region', { name: 'Products of green' }).getByRole('button');
  await products.nth(4).click();
  expect(opened.at(-1)).toEqual({ stage: 'normalize', cell: [1, 1, 1] });
  await userEvent.keyboard('{ArrowDown}{ArrowRight}{Enter}');
  expect(opened.at(-1)).toEqual({ stage: 'normalize', cell: [2, 2, 1] });
});

test('pooling names the winner of the window under the pointer', async () => {
  await render(
    <FigureOf id="pool1">
      {(props) => props.layer.kind === 'maxPool' && <PoolFigure {...props} layer={props.layer} />}
    </FigureOf>,
  );
  const plane = page.getByRole('application', { name: /^Map/ });
  focus(plane);
  await userEvent.keyboard('{Control>}{End}{/Control}');
  const candidates = page.getByRole('list').getByRole('listitem');
  const values = candidates.elements().map((one) => Number.parseFloat(text(one)));
  const winner = candidates.elements().findIndex((one) => one.textContent?.includes('wins'));
  expect(values).toHaveLength(4);
  expect(winner).toBe(values.indexOf(Math.max(...values)));
});

test('an index of the vector leads to its position on the maps and back; an invalid index is reported', async () => {
  await render(
    <FigureOf id="flatten">
      {(props) => props.layer.kind === 'flatten' && <FlattenFigure {...props} layer={props.layer} />}
    </FigureOf>,
  );
  const field = (name: string) => page.getByRole('spinbutton', { name });
  const [, width, depth] = asMap(stage('pool1').shape);
  await field('index').fill(String((1 * width + 2) * depth + 3));
  for (const [name, value] of [
    ['row', 1],
    ['column', 2],
    ['channel', 3],
  ] as const)
    await expect.element(field(name)).toHaveValue(value);
  await field('row').fill('0');
  await expect.element(field('index')).toHaveValue(2 * depth + 3);
  await field('index').fill('99999');
  await expect.element(field('index')).toHaveAttribute('aria-invalid', 'true');
  await expect.element(page.getByText(/^0 to \d+$/)).toBeVisible();
  await expect.element(field('row')).toHaveValue(0);
});

test('the output shows each class’s path from its logit to its probability', async () => {
  await render(
    <FigureOf id="output">
      {(props) => props.layer.kind === 'dense' && <OutputFigure {...props} layer={props.layer} />}
    </FigureOf>,
  );
  const { values, before } = stage('output');
  const row = page.getByRole('row', { name: /dog/ });
  await expect.element(row).toHaveTextContent(formatNumber(values[1]));
  await expect.element(row).toHaveTextContent(formatNumber(before?.[1] ?? Number.NaN));
  await page.getByRole('radio', { name: 'dog' }).click();
  await expect.element(page.getByRole('group', { name: 'The softmax of dog' })).toBeVisible();
  const numbers = written(page.getByRole('group', { name: 'The sum of unit 1' }));
  expect(numbers.slice(0, -1).reduce((sum, number) => sum + number, 0)).toBeCloseTo(numbers.at(-1) ?? 0, 6);
});
