/** Windows of 2 × 3 cells: the figures, the kernels in colours and the inspector's drawing keep height and width apart. */
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { ConvDrawing } from '@/components/kinds/conv2d/Drawing';
import { ConvFigure } from '@/components/kinds/conv2d/Figure';
import { PoolFigure } from '@/components/kinds/max-pool/Figure';
import { cssColour, rangeOf } from '@/lib/format/colour-maps';
import { formatNumber } from '@/lib/format/format';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { stageOf } from '@/lib/network/pipeline';
import type { Trace } from '@/lib/network/trace';
import { explain } from '@/lib/provenance/explain';
import { must } from '@/lib/result';
import { asMap, offset } from '@/lib/tensor/tensor';
import { naiveForward } from '../../unit/support/naive';
import { kernelOf } from '../../unit/support/parameters';
import { randomWeights } from '../../unit/support/random-weights';
import { FigureOf } from '../support/FigureOf';
import '@/app/tokens.css';
import '@/app/globals.css';

const ARCHITECTURE: Architecture = {
  name: 'oblong',
  input: [7, 8, 2],
  classes: ['cat', 'dog'],
  layers: [
    { id: 'input', kind: 'input' },
    { id: 'normalize', kind: 'normalize', divisor: 255 },
    {
      id: 'conv',
      kind: 'conv2d',
      filters: 3,
      kernel: [2, 3],
      stride: 1,
      padding: 'valid',
      activation: 'linear',
    },
    { id: 'pool', kind: 'maxPool', size: [2, 3], stride: 1, padding: 'same' },
    { id: 'flatten', kind: 'flatten' },
    { id: 'output', kind: 'dense', units: 2, activation: 'softmax' },
  ],
};
const pipeline = must(buildPipeline(ARCHITECTURE));
const weights = randomWeights(pipeline, 5);
const image = Array.from({ length: 7 * 8 * 2 }, (_, at) => (at * 37 + 11) % 256);
const trace: Trace = {
  stages: naiveForward(ARCHITECTURE, weights, image).map(({ pixels, ...stage }) => stage),
  source: 'live',
  complete: true,
  weights,
  network: { origin: 'trained', seed: 1, epoch: 1, step: 8 },
  backend: 'cpu',
  milliseconds: 1,
};
const on = { pipeline, trace };

const columnsOf = (element: Element) => getComputedStyle(element).gridTemplateColumns.split(' ').length;
const focusMap = (name: RegExp) => (page.getByRole('application', { name }).element() as HTMLElement).focus();
const boxOf = (container: Element) => {
  const outline = container.querySelector('g > rect:last-child');
  return ['height', 'width'].map((side) => Number(outline?.getAttribute(side)));
};

/** The weights of a filter on an input channel, row by row, each of them different. */
function sliceBy(filter: number, channel: number): number[] {
  const { shape, values } = kernelOf(weights.conv);
  expect(shape).toEqual([2, 3, 2, 3]);
  const slice: number[] = [];
  for (let row = 0; row < 2; row++)
    for (let column = 0; column < 3; column++)
      slice.push(values[row * 3 * 2 * 3 + column * 2 * 3 + channel * 3 + filter]);
  return slice;
}

test('a convolution has two rows of three products, under a box as high and wide as the kernel', async () => {
  const { container } = await render(
    <FigureOf id="conv" on={on}>
      {(props) => props.layer.kind === 'conv2d' && <ConvFigure {...props} layer={props.layer} />}
    </FigureOf>,
  );
  focusMap(/^Feature map/);
  await userEvent.keyboard('{Control>}{Home}{/Control}{ArrowRight}{ArrowDown}{ArrowDown}');
  const map = page.getByRole('application', { name: /^Feature map/ }).element();
  const filter = Number(/^Feature map (\d)/.exec(map.getAttribute('aria-label') ?? '')?.[1]);
  const before = trace.stages[1];
  const blocks = [...container.querySelectorAll('section[aria-label^="Products of"]')];
  expect(blocks).toHaveLength(2);
  for (const [channel, block] of blocks.entries()) {
    const list = block.querySelector('ol');
    if (!list) throw new Error('no products');
    expect(columnsOf(list)).toBe(3);
    const wanted = sliceBy(filter, channel).map((weight, at) => {
      const cell = [2 + Math.floor(at / 3), 1 + (at % 3), channel] as const;
      return `${formatNumber(before.values[offset(asMap(before.shape), cell)])}× ${formatNumber(weight)}`;
    });
    await expect
      .poll(() => [...list.children].map((one) => one.textContent?.split('=')[0]?.trim()))
      .toEqual(wanted);
  }
  expect(boxOf(container)).toEqual([2, 3]);
});

test('a kernel in colours has one square pixel for each weight', async () => {
  const { container } = await render(
    <FigureOf id="conv" on={on}>
      {(props) => props.layer.kind === 'conv2d' && <ConvFigure {...props} layer={props.layer} />}
    </FigureOf>,
  );
  const map = page.getByRole('application', { name: /^Feature map/ }).element();
  const filter = Number(/^Feature map (\d)/.exec(map.getAttribute('aria-label') ?? '')?.[1]);
  const slices = [...container.querySelectorAll('canvas')].filter(
    (canvas) => canvas.width === 3 && canvas.height === 2,
  );
  expect(slices).toHaveLength(2);
  const all = Float32Array.from([...sliceBy(filter, 0), ...sliceBy(filter, 1)]);
  const range = rangeOf(all, 'diverging');
  for (const [channel, canvas] of slices.entries()) {
    const { width, height } = canvas.getBoundingClientRect();
    expect(width / height).toBeCloseTo(1.5, 1);
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, 3, 2).data ?? [];
    const wanted = sliceBy(filter, channel).map((weight) =>
      (/\d+ \d+ \d+/.exec(cssColour(range, weight))?.[0] ?? '').split(' ').map(Number),
    );
    expect(wanted.map((_, at) => [...pixels.slice(4 * at, 4 * at + 3)])).toEqual(wanted);
  }
});

test('a pooling shows its candidates in their positions, also where the border cuts the window off', async () => {
  const { container } = await render(
    <FigureOf id="pool" on={on}>
      {(props) => props.layer.kind === 'maxPool' && <PoolFigure {...props} layer={props.layer} />}
    </FigureOf>,
  );
  const candidates = () => page.getByRole('list').getByRole('listitem').elements();
  const lines = async (keys: string, count: number, columns: number) => {
    focusMap(/^Map/);
    await userEvent.keyboard(keys);
    await expect.poll(() => candidates().length).toBe(count);
    const list = candidates()[0].parentElement;
    if (!list) throw new Error('no list');
    expect(columnsOf(list)).toBe(columns);
  };
  await lines('{Control>}{Home}{/Control}{ArrowRight}', 6, 3);
  expect(boxOf(container)).toEqual([2, 3]);
  // Padded left by one: two rows of two remain of the first window, and a row of two of the last.
  await lines('{ArrowLeft}', 4, 2);
  await lines('{Control>}{End}{/Control}', 2, 2);
});

test('the inspector lays six values over six weights, three in a row', async () => {
  const cell = [1, 2, 1] as const;
  const stage = stageOf(pipeline, 'conv');
  const explanation = must(explain(pipeline, trace, weights, 'conv', cell));
  const { container } = await render(
    <ConvDrawing
      explanation={explanation}
      layer={stage.layer}
      maps={asMap(stage.input)}
      range={rangeOf(trace.stages[1].values)}
      channel={1}
      pointed={null}
      nameOf={String}
      onChannel={() => {}}
      onPoint={() => {}}
      onFollow={() => {}}
      onPlace={() => {}}
    />,
  );
  const grids = [...container.querySelectorAll('.number')];
  expect(grids.map(columnsOf)).toEqual([3, 3, 3]);
  const titles = [...grids[1].children].map((one) => one.getAttribute('title'));
  expect(titles).toEqual(sliceBy(1, 1).map((weight) => formatNumber(weight, 6)));
});
