import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { NetworkQuestions } from '@/components/explore/open/NetworkQuestions';
import type { OpenedNetwork } from '@/lib/interchange/opened';
import type { Preparation } from '@/lib/interchange/preparation';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { must, ok } from '@/lib/result';
import type { predictPrepared } from '@/lib/store/explore/preparations';
import type { ReadyNetwork } from '@/lib/store/subject/opened-networks';
import { randomWeights } from '../../unit/support/random-weights';
import '@/app/tokens.css';
import '@/app/globals.css';

const used = vi.fn<(network: ReadyNetwork) => void>();
const tried = vi.fn<(preparation: Preparation) => void>();
vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => {} }) }));
vi.mock('@/lib/store/session/turn-to-opened', () => ({
  turnToOpened: (network: ReadyNetwork) => Promise.resolve(used(network)),
}));
vi.mock('@/lib/store/explore/preparations', () => ({
  predictPrepared: async ({ preparations, onPredicted }: Parameters<typeof predictPrepared>[0]) => {
    for (const preparation of preparations) {
      tried(preparation);
      // The share of each class says how many layers there are.
      const share = preparation.architecture.layers.length / 10;
      onPredicted(preparation.name, ok(Float32Array.of(share, 1 - share)));
    }
  },
}));
vi.mock('@/components/explore/open/use-try-image', () => {
  const image = { id: 'sample', name: 'sample', pixels: new Uint8Array(12) };
  return { useTryImage: () => ({ samples: [], chosen: { image }, sentence: null }) };
});

const architecture: Architecture = {
  name: 'net',
  input: [2, 2, 3],
  classes: ['cat', 'dog'],
  layers: [
    { id: 'input', kind: 'input' },
    { id: 'flat', kind: 'flatten' },
    { id: 'out', kind: 'dense', units: 2, activation: 'softmax' },
  ],
};
const NETWORK: OpenedNetwork = {
  format: 'tfjs',
  architecture,
  weights: randomWeights(must(buildPipeline(architecture)), 1),
  addsSoftmax: false,
  namesClasses: true,
  leavesOut: [],
};

const own = page.getByRole('radio', { name: /^your own mean and deviation/ });
const means = page.getByLabelText('Means', { exact: true });
const deviations = page.getByLabelText('Standard deviations', { exact: true });
const use = page.getByRole('button', { name: 'Use this network' });

afterEach(() => {
  used.mockClear();
  tried.mockClear();
});

test('means and deviations are entered for each channel, tried on the image, and used with the network', async () => {
  await render(<NetworkQuestions file="net.zip" network={NETWORK} onClose={() => {}} />);
  await expect.element(means).not.toBeInTheDocument();
  await userEvent.click(own);
  await expect.element(means).toHaveValue('0.485; 0.456; 0.406');
  await userEvent.fill(means, '0.1, 0.2, 0.3');
  await userEvent.fill(deviations, '0,5');
  const line = { kind: 'normalize', divisor: 255, means: [0.1, 0.2, 0.3], deviations: [0.5] };
  await vi.waitFor(() =>
    expect(tried.mock.lastCall?.[0]).toMatchObject({
      name: 'custom',
      architecture: { layers: [{}, line, {}, {}] },
    }),
  );
  await userEvent.click(use);
  await vi.waitFor(() => expect(used.mock.lastCall?.[0].architecture.layers[1]).toMatchObject(line));
});

test('what is wrong is said at its field, and nothing is used', async () => {
  await render(<NetworkQuestions file="net.zip" network={NETWORK} onClose={() => {}} />);
  await userEvent.click(own);
  await userEvent.fill(deviations, '0.2, 0.3');
  await expect.element(deviations).toHaveAttribute('aria-invalid', 'true');
  await expect
    .element(deviations)
    .toHaveAccessibleDescription('There are 2 numbers. Enter one for all channels, or 3 numbers.');
  await expect.element(means).toHaveAttribute('aria-invalid', 'false');
  await expect.element(use).toHaveAttribute('aria-disabled', 'true');
  (use.element() as HTMLElement).click();
  expect(used).not.toHaveBeenCalled();
  // Another way needs none of them.
  await userEvent.click(page.getByRole('radio', { name: /^0 to 1/ }));
  await expect.element(use).toHaveAttribute('aria-disabled', 'false');
  await userEvent.click(use);
  await vi.waitFor(() => expect(used).toHaveBeenCalledTimes(1));
  expect(used.mock.lastCall?.[0].architecture.layers[1]).toEqual({
    id: 'normalize',
    kind: 'normalize',
    divisor: 255,
  });
});
