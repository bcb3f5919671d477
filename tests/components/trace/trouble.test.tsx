import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { TraceTrouble } from '@/components/site/TraceTrouble';
import { referencePipeline } from '@/lib/course/reference';
import type { Trace } from '@/lib/network/trace';
import { showPinned, showPresent } from '@/lib/store/trace/trace';
import { size } from '@/lib/tensor/tensor';

afterEach(() => {
  showPresent(null);
  showPinned(null);
});

/** A trace of ones, except for the last value of a stage. */
function traceWith(stage: string | null, value: number): Trace {
  return {
    source: 'live',
    complete: true,
    weights: {},
    backend: 'wasm',
    milliseconds: 1,
    network: { origin: 'opened', seed: 1, epoch: 1, step: 32 },
    stages: referencePipeline.stages.map(({ id, output }) => {
      const values = new Float32Array(size(output)).fill(1);
      if (id === stage) values[values.length - 1] = value;
      return { stage: id, shape: output, values };
    }),
  };
}

test.each([Number.NaN, Number.POSITIVE_INFINITY])(
  'where %d is shown, a sentence names the first stage with it',
  async (value) => {
    await render(<TraceTrouble />);
    const status = page.getByRole('status');
    showPresent(traceWith('pool1', value));
    await expect
      .element(status)
      .toHaveTextContent(/Nothing usable is computed here: from the layer “pool1” on/);
    showPresent(traceWith(null, 1));
    await expect.element(status).toHaveTextContent(/^$/);
    showPinned(traceWith('conv2', value));
    await expect.element(status).toHaveTextContent(/from the layer “conv2” on/);
  },
);
