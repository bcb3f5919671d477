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

const changes = (kernels: readonly KernelSet[] | null) => (
  <Layers {...{ convolutions, kernels }} epoch={30} since={[29, 0]} />
);
const layers = () => page.getByRole('heading', { level: 3 }).elements();
const rounded = page.getByText(/recorded rounded/);

test('layers whose kernels are recorded rounded are named, not shown as if they were still loading', async () => {
  const { rerender } = await render(changes(null));
  expect(layers()).toHaveLength(convolutions.length);
  await expect.element(rounded).not.toBeInTheDocument();
  await rerender(changes([all, all, all]));
  expect(layers()).toHaveLength(convolutions.length);
  await expect.element(rounded).not.toBeInTheDocument();
  const exact = { conv1: all.conv1 };
  await rerender(changes([exact, exact, exact]));
  expect(layers().map(({ textContent }) => textContent)).toEqual(['conv1']);
  await expect.element(rounded).toHaveTextContent('The kernels of conv2, conv3, conv4, conv5 are recorded');
});
