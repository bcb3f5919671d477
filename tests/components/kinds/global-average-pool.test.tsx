import { mean } from 'd3-array';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { planeOf } from '@/components/canvas/channel-stats';
import { planeImage } from '@/components/canvas/paint';
import { GlobalAveragePoolFigure } from '@/components/kinds/global-average-pool/Figure';
import { cssColour, rangeOf } from '@/lib/format/colour-maps';
import { formatNumber } from '@/lib/format/format';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import type { Trace } from '@/lib/network/trace';
import type { Step } from '@/lib/provenance/path';
import { must } from '@/lib/result';
import { naiveForward } from '../../unit/support/naive';
import { biasOf } from '../../unit/support/parameters';
import { randomWeights } from '../../unit/support/random-weights';
import { FigureOf } from '../support/FigureOf';
import '@/app/tokens.css';
import '@/app/globals.css';

const SILENT = 4;
const [HEIGHT, WIDTH, MAPS] = [5, 7, 6];
const architecture: Architecture = {
  name: 'means',
  input: [HEIGHT + 2, WIDTH + 2, 3],
  classes: ['cat', 'dog'],
  layers: [
    { id: 'input', kind: 'input' },
    { id: 'conv', kind: 'conv2d', filters: MAPS, kernel: 3, stride: 1, padding: 'valid', activation: 'relu' },
    { id: 'means', kind: 'globalAveragePool' },
    { id: 'output', kind: 'dense', units: 2, activation: 'softmax' },
  ],
};

function pass() {
  const pipeline = must(buildPipeline(architecture));
  const weights = randomWeights(pipeline, 5);
  biasOf(weights.conv).values.fill(2000);
  biasOf(weights.conv).values[SILENT] = -1e5;
  const image = Array.from({ length: (HEIGHT + 2) * (WIDTH + 2) * 3 }, (_, at) => (at * 37 + 11) % 256);
  const trace: Trace = {
    stages: naiveForward(architecture, weights, image).map(({ pixels, ...stage }) => stage),
    source: 'live',
    complete: true,
    weights,
    network: { origin: 'trained', seed: 1, epoch: 1, step: 8 },
    backend: 'cpu',
    milliseconds: 1,
  };
  return { pipeline, trace, maps: trace.stages[1].values, means: trace.stages[2].values };
}

const show = async ({ pipeline, trace }: ReturnType<typeof pass>, opened: Step[] = []) =>
  render(
    <FigureOf id="means" on={{ pipeline, trace }} onOpen={(step) => opened.push(step)}>
      {(props) => <GlobalAveragePoolFigure {...props} />}
    </FigureOf>,
  );

const units = () => page.getByRole('application', { name: /^Values of means/ });
const plane = () => page.getByRole('application', { name: /^What comes in/ });
const press = async (on: ReturnType<typeof plane>, keys: string) => {
  (on.element() as HTMLElement).focus();
  await userEvent.keyboard(keys);
};

test('each mean has its map beside it, both in the same colours', async () => {
  const shown = pass();
  const range = rangeOf(shown.maps);
  const { container } = await show(shown);
  for (const [map, keys] of [
    [0, '{Control>}{Home}{/Control}'],
    [3, '{ArrowRight}{ArrowRight}{ArrowRight}'],
  ] as const) {
    await press(units(), keys);
    await expect
      .element(page.getByText(`Map ${map} as it comes in, ${HEIGHT} × ${WIDTH} values`))
      .toBeVisible();
    const values = planeOf(shown.maps, MAPS, map);
    const canvas = plane().element().querySelector('canvas');
    await expect
      .poll(() => [...(canvas?.getContext('2d')?.getImageData(0, 0, WIDTH, HEIGHT).data ?? [])])
      .toEqual([...planeImage(values, HEIGHT, WIDTH, range).data]);
    const own = shown.means[map];
    expect(own).toBeCloseTo(mean(values) ?? Number.NaN, 3);
    const number = page.getByRole('button', { name: formatNumber(own), exact: true });
    await expect.element(number).toBeVisible();
    const swatch = number.element().previousElementSibling;
    const colour = document.createElement('i');
    colour.style.background = cssColour(range, own);
    expect(swatch instanceof HTMLElement && swatch.style.background).toBe(colour.style.background);
  }
  expect(container.textContent).not.toMatch(/NaN|undefined/);
});

test('keys move over the map and open the value under them; Page Down goes to the next', async () => {
  const opened: Step[] = [];
  const shown = pass();
  await show(shown, opened);
  await press(units(), '{Control>}{Home}{/Control}');
  await press(plane(), '{PageDown}{ArrowUp}{ArrowLeft}{Enter}');
  const [row, column] = [(HEIGHT >> 1) - 1, (WIDTH >> 1) - 1];
  expect(opened).toEqual([{ stage: 'conv', cell: [row, column, 1] }]);
  const own = formatNumber(shown.means[1]);
  await page.getByRole('button', { name: own, exact: true }).click();
  expect(opened.at(-1)).toEqual({ stage: 'means', cell: [1] });
});

test('a map that is 0 everywhere says so', async () => {
  await show(pass());
  await press(units(), `{Control>}{Home}{/Control}${'{ArrowRight}'.repeat(SILENT)}`);
  await expect.element(page.getByText('never fires on this image')).toBeVisible();
  await press(units(), '{ArrowLeft}');
  await expect.element(page.getByText('never fires on this image')).not.toBeInTheDocument();
});
