/** An image whose channels are moved and scaled: signed maps, and the whole line of one value. */
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { NormalizeFigure } from '@/components/kinds/normalize/Figure';
import { formatNumber } from '@/lib/format/format';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import type { Trace } from '@/lib/network/trace';
import { must } from '@/lib/result';
import { naiveForward } from '../../unit/support/naive';
import { randomWeights } from '../../unit/support/random-weights';
import { FigureOf } from '../support/FigureOf';
import '@/app/tokens.css';
import '@/app/globals.css';

const [HEIGHT, WIDTH] = [5, 6];
const MEANS = [0.485, 0.456, 0.406];
const DEVIATIONS = [0.229, 0.224, 0.225];
const ARCHITECTURE: Architecture = {
  name: 'standardized',
  input: [HEIGHT, WIDTH, 3],
  classes: ['cat', 'dog'],
  layers: [
    { id: 'input', kind: 'input' },
    { id: 'normalize', kind: 'normalize', divisor: 255, means: MEANS, deviations: DEVIATIONS },
    { id: 'flatten', kind: 'flatten' },
    { id: 'output', kind: 'dense', units: 2, activation: 'softmax' },
  ],
};
const pipeline = must(buildPipeline(ARCHITECTURE));
const weights = randomWeights(pipeline, 5);
const image = Array.from({ length: HEIGHT * WIDTH * 3 }, (_, at) => (at * 37 + 11) % 256);
const trace: Trace = {
  stages: naiveForward(ARCHITECTURE, weights, image).map(({ pixels, ...stage }) => stage),
  source: 'live',
  complete: true,
  weights,
  network: { origin: 'trained', seed: 1, epoch: 1, step: 8 },
  backend: 'cpu',
  milliseconds: 1,
};

test('the figure shows signed maps and the line of the value followed', async () => {
  const { container } = await render(
    <FigureOf id="normalize" on={{ pipeline, trace }}>
      {(props) =>
        props.layer.kind === 'normalize' ? <NormalizeFigure {...props} layer={props.layer} /> : null
      }
    </FigureOf>,
  );
  const shown = () => container.textContent?.replace(/\s/g, '') ?? '';
  const lineAt = (at: number) => {
    const value = (image[at] / 255 - MEANS[at % 3]) / DEVIATIONS[at % 3];
    const [mean, deviation] = [MEANS[at % 3], DEVIATIONS[at % 3]].map((one) => formatNumber(one));
    return { value: formatNumber(value, 5), numbers: [formatNumber(image[at]), '255', mean, deviation] };
  };
  const maps = page.getByRole('application').last();
  (maps.element() as HTMLElement).focus();
  await userEvent.keyboard('{Control>}{Home}{/Control}');
  for (const [keys, at] of [
    ['', 2],
    ['{PageUp}', 1],
    ['{ArrowRight}{ArrowDown}', (WIDTH + 1) * 3 + 1],
  ] as const) {
    if (keys) await userEvent.keyboard(keys);
    const { value, numbers } = lineAt(at);
    await expect.poll(shown).toContain(value);
    for (const number of numbers) expect(shown()).toContain(number);
  }
  expect(shown()).not.toMatch(/NaN|undefined/);
});
