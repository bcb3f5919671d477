import type { ComponentType } from 'react';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import type { FigureProps } from '@/components/figures/figure-props';
import { thumbnailImage } from '@/components/figures/thumbnail';
import { ActivationFigure } from '@/components/kinds/activation/Figure';
import { AveragePoolFigure } from '@/components/kinds/average-pool/Figure';
import { BatchNormalizationFigure } from '@/components/kinds/batch-normalization/Figure';
import { ConvFigure } from '@/components/kinds/conv2d/Figure';
import { DenseFigure } from '@/components/kinds/dense/Figure';
import { DropoutFigure } from '@/components/kinds/dropout/Figure';
import { FlattenFigure } from '@/components/kinds/flatten/Figure';
import { GlobalAveragePoolFigure } from '@/components/kinds/global-average-pool/Figure';
import { InputFigure } from '@/components/kinds/input/Figure';
import { PoolFigure } from '@/components/kinds/max-pool/Figure';
import { NormalizeFigure } from '@/components/kinds/normalize/Figure';
import { ZeroPaddingFigure } from '@/components/kinds/zero-padding/Figure';
import { cssColour, rangeOf } from '@/lib/format/colour-maps';
import type { Layer, LayerKind, LayerOf } from '@/lib/kinds/types';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { stageOf } from '@/lib/network/pipeline';
import type { StageTrace, Trace } from '@/lib/network/trace';
import { must } from '@/lib/result';
import { asMap, isMap, type MapShape } from '@/lib/tensor/tensor';
import { naiveForward } from '../unit/support/naive';
import { randomWeights } from '../unit/support/random-weights';
import { FigureOf } from './support/FigureOf';
import '@/app/tokens.css';
import '@/app/globals.css';

const FIGURES: { readonly [K in LayerKind]: ComponentType<FigureProps<LayerOf<K>>> } = {
  input: InputFigure,
  normalize: NormalizeFigure,
  conv2d: ConvFigure,
  maxPool: PoolFigure,
  averagePool: AveragePoolFigure,
  globalAveragePool: GlobalAveragePoolFigure,
  activation: ActivationFigure,
  batchNormalization: BatchNormalizationFigure,
  dropout: DropoutFigure,
  zeroPadding: ZeroPaddingFigure,
  flatten: FlattenFigure,
  dense: DenseFigure,
};
const figureOf = <K extends LayerKind>(layer: LayerOf<K> & { readonly kind: K }) => FIGURES[layer.kind];

/** Every kind of layer, on images of this shape. Maps are never as large as those before them, except where a layer keeps the size. */
function passOf(input: MapShape, end: 'flatten' | 'globalAveragePool') {
  const layers: readonly Layer[] = [
    { id: 'input', kind: 'input' },
    { id: 'normalize', kind: 'normalize', divisor: 255 },
    { id: 'pad', kind: 'zeroPadding', top: 2, bottom: 1, left: 0, right: 3 },
    { id: 'conv', kind: 'conv2d', filters: 5, kernel: 3, stride: 1, padding: 'valid', activation: 'relu' },
    { id: 'norm', kind: 'batchNormalization', epsilon: 0.001, momentum: 0.9 },
    { id: 'bend', kind: 'activation', activation: 'tanh' },
    { id: 'mean', kind: 'averagePool', size: 2, stride: 2, padding: 'valid' },
    { id: 'drop', kind: 'dropout', share: 0.5 },
    { id: 'pool', kind: 'maxPool', size: 2, stride: 2, padding: 'valid' },
    { id: 'end', kind: end },
    { id: 'dense', kind: 'dense', units: 6, activation: 'relu' },
    { id: 'output', kind: 'dense', units: 3, activation: 'softmax' },
  ];
  const architecture: Architecture = { name: 'any', input, classes: ['cat', 'dog', 'ship'], layers };
  const pipeline = must(buildPipeline(architecture));
  const weights = randomWeights(pipeline, 3);
  const image = Array.from({ length: input.reduce((all, n) => all * n, 1) }, (_, at) => (at * 37 + 11) % 256);
  const trace: Trace = {
    stages: naiveForward(architecture, weights, image).map(({ pixels, ...stage }) => stage),
    source: 'live',
    complete: true,
    weights,
    network: { origin: 'trained', seed: 1, epoch: 1, step: 8 },
    backend: 'cpu',
    milliseconds: 1,
  };
  return { pipeline, trace };
}

/** All canvases of one size, as pixels: four bytes each. */
const canvasesOf = (container: Element, [height, width]: readonly number[]) =>
  [...container.querySelectorAll('canvas')]
    .filter((canvas) => canvas.width === width && canvas.height === height)
    .map(
      (canvas) => canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray(),
    );

const parsed = (colour: string) => (/\d+ \d+ \d+/.exec(colour)?.[0] ?? '').split(' ').map(Number);

/** What a canvas of one channel must show. */
function planeColours({ values, shape }: StageTrace, channel: number): number[] {
  const [height, width, depth] = asMap(shape);
  const range = rangeOf(values);
  return Array.from({ length: height * width }, (_, at) => [
    ...parsed(cssColour(range, values[at * depth + channel])),
    255,
  ]).flat();
}

/** What a canvas of the whole image must show, byte for byte: grey, or colours with the opacity that they are drawn with. */
function imageColours({ values, shape }: StageTrace, high: number): number[] {
  const [height, width, depth] = asMap(shape);
  const byte = (at: number) => Math.round((values[at] * 255) / high);
  return Array.from({ length: height * width }, (_, at) => {
    const of = (channel: number) => byte(at * depth + (depth === 1 ? 0 : channel));
    return [of(0), of(1), of(2), 255];
  }).flat();
}

const same = (drawn: Uint8ClampedArray, wanted: readonly number[]) =>
  drawn.length === wanted.length && drawn.every((value, at) => value === wanted[at]);

for (const [input, end] of [
  [[28, 28, 1], 'flatten'],
  [[32, 32, 3], 'globalAveragePool'],
] as const)
  test(`figures of every kind draw ${input.join(' × ')} images pixel by pixel`, async () => {
    const pass = passOf(input, end);
    for (const [at, { layer, id, input: read, output, brightness }] of pass.pipeline.stages.entries()) {
      const Figure = figureOf(layer) as ComponentType<FigureProps>;
      const { container, unmount } = await render(
        <FigureOf id={id} on={pass}>
          {(props) => <Figure {...props} layer={layer} />}
        </FigureOf>,
      );
      // Where the output is a vector, the figure draws the maps that it is made from.
      const shape = isMap(output) ? output : read;
      const traced = pass.trace.stages[isMap(output) ? at : at - 1];
      if (isMap(shape)) {
        const depth = shape[2];
        const isImage = layer.kind === 'input' || layer.kind === 'normalize';
        const wanted = isImage
          ? [imageColours(traced, brightness ?? 1)]
          : Array.from({ length: depth }, (_, channel) => planeColours(traced, channel));
        await expect
          .poll(() => canvasesOf(container, shape).some((drawn) => wanted.some((one) => same(drawn, one))), {
            message: `${id} of ${input}`,
          })
          .toBe(true);
      }
      expect(container.textContent, id).not.toMatch(/NaN|undefined/);
      await unmount();
    }
  });

test('an image of four channels is drawn with its opacity, and a grey one in grey', async () => {
  const traced = (shape: MapShape, values: readonly number[]): StageTrace => ({
    stage: 'input',
    shape,
    values: Float32Array.from(values),
  });
  const { pipeline } = passOf([8, 8, 4], 'globalAveragePool');
  const stage = stageOf(pipeline, 'input');
  const four = thumbnailImage(stage, traced([1, 2, 4], [10, 20, 30, 255, 40, 50, 60, 0]));
  expect([...four.data]).toEqual([10, 20, 30, 255, 40, 50, 60, 0]);
  const one = thumbnailImage(stage, traced([1, 2, 1], [7, 200]));
  expect([...one.data]).toEqual([7, 7, 7, 255, 200, 200, 200, 255]);
});
