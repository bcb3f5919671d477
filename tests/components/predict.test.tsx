import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { FigureProps } from '@/components/figures/figure-props';
import { Predicting, usePrediction } from '@/components/figures/predict';
import { ConvFigure } from '@/components/kinds/conv2d/Figure';
import { PoolFigure } from '@/components/kinds/max-pool/Figure';
import { Supply } from '@/components/state/Supply';
import { stageOf } from '@/lib/network/pipeline';
import { explain, type TracedExplanation } from '@/lib/provenance/explain';
import { learner } from '@/lib/store/learner/learner';
import { type Cell, cellAt } from '@/lib/tensor/tensor';
import { FigureOf } from './support/FigureOf';
import { pipeline, trace } from './support/small-network';
import '@/app/tokens.css';
import '@/app/globals.css';

/** The largest value of a stage: a bias or a flipped kernel changes it. */
function largest(id: string): Cell {
  const { shape, values } = trace.stages[stageOf(pipeline, id).number - 1];
  return cellAt(
    shape,
    values.reduce((best, value, at) => (value > values[best] ? at : best), 0),
  );
}

/** A figure that follows one value and asks about it. */
function Asking({ id, cell }: { readonly id: string; readonly cell: Cell }) {
  const prediction = usePrediction(stageOf(pipeline, id), cell);
  return (
    <Predicting value={prediction}>
      <FigureOf id={id}>{(props) => <Figure {...props} cell={cell} />}</FigureOf>
    </Predicting>
  );
}

function Figure({ layer, ...props }: FigureProps) {
  if (layer.kind === 'conv2d') return <ConvFigure {...props} layer={layer} />;
  if (layer.kind === 'maxPool') return <PoolFigure {...props} layer={layer} />;
  return null;
}

/** Shows the figure with its switch on, and returns the arithmetic of the value it asks about. */
async function show(id: string): Promise<TracedExplanation> {
  const cell = largest(id);
  learner.getState().takePredicts(false);
  await render(
    <Supply {...{ pipeline, trace }}>
      <Asking id={id} cell={cell} />
    </Supply>,
  );
  await page.getByRole('checkbox', { name: 'Predict, then reveal' }).click();
  await expect.element(page.getByRole('button', { name: 'Check' })).toBeVisible();
  const explanation = explain(pipeline, trace, trace.weights, id, cell);
  if (!explanation.ok) throw new Error(explanation.problem.sentence);
  return explanation.value;
}

const answer = async (label: string, text: string) => {
  await userEvent.fill(page.getByRole('textbox', { name: label }), text);
  await userEvent.keyboard('{Enter}');
};

test('a convolution’s value is neither visible nor spoken until it is predicted; an answer without its bias is recognized', async () => {
  const { terms, cell, value } = await show('conv1');
  const veiled = () => [...document.querySelectorAll('[data-veil="value"]')];
  expect(veiled().length).toBe(3);
  for (const one of veiled()) expect(getComputedStyle(one).visibility).toBe('hidden');
  await expect
    .poll(
      () =>
        page.getByText(`row ${cell[0]}, column ${cell[1]}, channel ${cell[2]}: to be predicted`).elements()
          .length,
    )
    .toBeGreaterThan(0);

  const products = terms.reduce((sum, { product }) => sum + product, 0);
  const without = Math.max(0, products);
  expect(Math.abs(without - value)).toBeGreaterThan(0.001);
  await answer('the value', without.toFixed(4));
  await expect.element(page.getByText(/^Not quite\. That forgets the bias/)).toBeVisible();
  for (const one of veiled()) expect(getComputedStyle(one).visibility).toBe('hidden');
  await answer('the value', value.toFixed(3).replace('.', ','));
  await expect.element(page.getByText(/^Right\./)).toBeVisible();
  for (const one of veiled()) expect(getComputedStyle(one).visibility).toBe('visible');
});

test('a winner is unmarked until it is named; the shape can be asked for instead, and switching off hides nothing', async () => {
  const { terms, winner = 0 } = await show('pool1');
  const marked = () => document.querySelectorAll('[data-winner="true"]').length;
  expect(marked()).toBe(0);
  const loser = terms[winner === 0 ? 1 : 0].source;
  await answer('row in conv1', String(loser[0]));
  await answer('column in conv1', String(loser[1]));
  await expect.element(page.getByText(/^Not quite\./)).toBeVisible();
  expect(marked()).toBe(0);
  await page.getByRole('button', { name: 'Show me' }).click();
  await expect.poll(marked).toBe(1);

  await page.getByText('the shape', { exact: true }).click();
  await expect.element(page.getByText(/What shape does it output\?$/)).toBeVisible();
  const shape = document.querySelector('[data-veil="shape"]');
  expect(shape && getComputedStyle(shape).visibility).toBe('hidden');
  await page.getByRole('checkbox', { name: 'Predict, then reveal' }).click();
  expect(shape && getComputedStyle(shape).visibility).toBe('visible');
  await expect.element(page.getByRole('button', { name: 'Check' })).not.toBeInTheDocument();
});
