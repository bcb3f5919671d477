import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Growing } from '@/components/explore/insight/Growing';
import { Jobs } from '@/components/explore/insight/Jobs';
import { Supply } from '@/components/state/Supply';
import { REFERENCE } from '@/lib/course/reference';
import { formatCount } from '@/lib/format/format';
import type { Layer } from '@/lib/kinds/types';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { must } from '@/lib/result';

/** The table for a network of these layers, row by row: the kind's name, then its numbers without their shares. */
async function tableFor(layers: readonly Layer[]) {
  const pipeline = must(buildPipeline({ ...REFERENCE, layers }));
  await render(
    <Supply pipeline={pipeline}>
      <Jobs />
    </Supply>,
  );
  const rows = page.getByRole('row').elements().slice(1);
  const texts = rows.map((row) => [...row.children].map(({ firstChild }) => firstChild?.textContent ?? ''));
  return { pipeline, rows: texts };
}

test('the key insight tells the jobs of the kinds that the course’s network has, and of no other', async () => {
  const { rows } = await tableFor(REFERENCE.layers);
  expect(rows.map(([name]) => name)).toEqual(['Convolution', 'Max pooling', 'Dense']);
});

test('the key insight tells what other kinds do and cost, average pooling among them', async () => {
  const { pipeline, rows } = await tableFor([
    { id: 'input', kind: 'input' },
    { id: 'conv', kind: 'conv2d', filters: 4, kernel: 3, stride: 1, padding: 'same', activation: 'linear' },
    { id: 'norm', kind: 'batchNormalization', epsilon: 0.001, momentum: 0.9 },
    { id: 'relu', kind: 'activation', activation: 'relu' },
    { id: 'mean', kind: 'averagePool', size: 2, stride: 2, padding: 'valid' },
    { id: 'drop', kind: 'dropout', share: 0.2 },
    { id: 'means', kind: 'globalAveragePool' },
    { id: 'output', kind: 'dense', units: REFERENCE.classes.length, activation: 'softmax' },
  ]);
  expect(rows.map(([name]) => name)).toEqual([
    'Convolution',
    'Average pooling',
    'Global average pooling',
    'Activation',
    'Batch normalization',
    'Dense',
  ]);
  // Nothing that learns is left out: the rows' weights are all weights.
  const weights = rows.map(([, cell]) => Number(cell.replaceAll(',', '')));
  expect(formatCount(weights.reduce((all, one) => all + one, 0))).toBe(formatCount(pipeline.parameters));
});

test('a network without convolutions has no maps that the key insight could show, and it says so', async () => {
  const pipeline = must(
    buildPipeline({
      ...REFERENCE,
      layers: [
        { id: 'input', kind: 'input' },
        { id: 'flatten', kind: 'flatten' },
        { id: 'output', kind: 'dense', units: REFERENCE.classes.length, activation: 'softmax' },
      ],
    }),
  );
  const { container } = await render(
    <Supply pipeline={pipeline}>
      <Growing />
    </Supply>,
  );
  expect(container.textContent).toContain('This network has no convolution, so there are no feature maps');
  expect(container.textContent).not.toContain('Below are maps');
});
