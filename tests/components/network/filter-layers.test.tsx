import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Layers } from '@/components/training/epochs/FilterChanges';
import { withFilters } from '@/lib/kinds/parts/filters';
import { type KernelSet, kernelsOf } from '@/lib/network/weights';
import { PHOTOGRAPHS } from '@/lib/shelf/photographs';
import { tracedOf } from '../support/lesson-networks';

const { pipeline, trace } = tracedOf(PHOTOGRAPHS);
const convolutions = withFilters(pipeline.stages);
const all = kernelsOf(trace.weights);
/** After some training: every weight has moved. */
const later: KernelSet = Object.fromEntries(
  Object.entries(all).map(([id, { shape, values }]) => [
    id,
    { shape, values: values.map((one) => one + 0.01) },
  ]),
);

const changes = (kernels: readonly KernelSet[] | null) => (
  <Layers {...{ convolutions, kernels }} epoch={30} since={[29, 0]} />
);
const layers = () => page.getByRole('heading', { level: 3 }).elements();
const rounded = page.getByText(/recorded rounded/);

test('layers whose kernels are recorded rounded are named, not shown as if they were still loading', async () => {
  const { rerender } = await render(changes(null));
  expect(layers()).toHaveLength(convolutions.length);
  await expect.element(rounded).not.toBeInTheDocument();
  await rerender(changes([later, all, all]));
  expect(layers()).toHaveLength(convolutions.length);
  await expect.element(rounded).not.toBeInTheDocument();
  const exact = { conv1: all.conv1 };
  await rerender(changes([{ conv1: later.conv1 }, exact, exact]));
  expect(layers().map(({ textContent }) => textContent)).toEqual(['conv1']);
  await expect.element(rounded).toHaveTextContent('The kernels of conv2, conv3, conv4, conv5 are recorded');
});

test('layers that did not learn are named, not ranked', async () => {
  const still = page.getByText(/nothing was learned there/);
  const { rerender } = await render(changes([later, all, all]));
  await expect.element(still).not.toBeInTheDocument();
  // All but the last are frozen.
  await rerender(changes([{ ...all, conv5: later.conv5 }, all, all]));
  expect(layers().map(({ textContent }) => textContent)).toEqual(['conv5']);
  await expect.element(still).toHaveTextContent('The filters of conv1, conv2, conv3, conv4 are the same');
});
