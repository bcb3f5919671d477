import type { ComponentType } from 'react';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { FigureProps } from '@/components/figures/figure-props';
import { thumbnailImage } from '@/components/figures/thumbnail';
import { ActivationFigure } from '@/components/kinds/activation/Figure';
import { AveragePoolFigure } from '@/components/kinds/average-pool/Figure';
import { BatchNormalizationFigure } from '@/components/kinds/batch-normalization/Figure';
import { ConvFigure } from '@/components/kinds/conv2d/Figure';
import { DenseFigure } from '@/components/kinds/dense/Figure';
import { OutputFigure } from '@/components/kinds/dense/OutputFigure';
import { DropoutFigure } from '@/components/kinds/dropout/Figure';
import { FlattenFigure } from '@/components/kinds/flatten/Figure';
import { GlobalAveragePoolFigure } from '@/components/kinds/global-average-pool/Figure';
import { InputFigure } from '@/components/kinds/input/Figure';
import { PoolFigure } from '@/components/kinds/max-pool/Figure';
import { NormalizeFigure } from '@/components/kinds/normalize/Figure';
import { ZeroPaddingFigure } from '@/components/kinds/zero-padding/Figure';
import type { Layer, LayerKind, LayerOf } from '@/lib/kinds/types';
import { stageOf } from '@/lib/network/pipeline';
import type { StageTrace } from '@/lib/network/trace';
import type { MapShape } from '@/lib/tensor/tensor';
import { drawingsOf, parsed, shows } from '../support/drawn';
import { FigureOf } from '../support/FigureOf';
import { passOf } from '../support/image-pass';
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
  dense: (props) => (isOutput(props.layer) ? <OutputFigure {...props} /> : <DenseFigure {...props} />),
};
const figureOf = <K extends LayerKind>(layer: LayerOf<K> & { readonly kind: K }) => FIGURES[layer.kind];

/** Whether its units stand for classes: such a layer has a figure of its own. */
const isOutput = (layer: Layer) => layer.kind === 'dense' && layer.activation === 'softmax';

for (const [input, end] of [
  [[28, 28, 1], 'flatten'],
  [[32, 32, 3], 'globalAveragePool'],
  [[32, 32, 3], 'flatten'],
] as const)
  test(`figures of every kind draw ${input.join(' × ')} images pixel by pixel, with ${end}`, async () => {
    const pass = passOf(input, end);
    for (const [at, { layer, id }] of pass.pipeline.stages.entries()) {
      const Figure = figureOf(layer) as ComponentType<FigureProps>;
      const { container, unmount } = await render(
        <FigureOf id={id} on={pass}>
          {(props) => <Figure {...props} layer={layer} />}
        </FigureOf>,
      );
      for (const drawing of isOutput(layer) ? [] : drawingsOf(pass, at))
        await expect
          .poll(() => shows(container, drawing), { message: `${drawing.of} of ${id} of ${input}` })
          .toBe(true);
      if (isOutput(layer)) await compareBars(container, pass.trace.stages[at].values);
      expect(container.textContent, id).not.toMatch(/NaN|undefined/);
      await unmount();
    }
  });

/** The pixels of an element as the browser shows it, row by row; a small window may scale them down. */
async function pictureOf(element: Element) {
  const base64 = await page.elementLocator(element).screenshot({ save: false });
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
  context?.drawImage(image, 0, 0);
  return context?.getImageData(0, 0, image.width, image.height) ?? new ImageData(1, 1);
}

/** Each class has a bar that fills as much of its row as its probability is, but for a pixel at either end. */
async function compareBars(container: Element, probabilities: Float32Array): Promise<void> {
  // In a table, or below it where there is little room.
  const bars = [
    ...container.querySelectorAll('[data-best] [style*="width"], [data-best] [style*="scaleX"]'),
  ].filter((bar) => bar.checkVisibility());
  expect(bars).toHaveLength(probabilities.length);
  for (const [unit, bar] of bars.entries()) {
    const { data, width, height } = await pictureOf(bar.parentElement ?? container);
    const ink = parsed(getComputedStyle(bar).backgroundColor);
    // A row of pixels above the line through the middle.
    const row = Math.floor(height / 4) * width * 4;
    const isInk = (x: number) => ink.every((value, channel) => data[row + x * 4 + channel] === value);
    const filled = Array.from({ length: width }, (_, x) => isInk(x)).lastIndexOf(true) + 1;
    expect(Math.abs(filled - probabilities[unit] * width), `bar ${unit}`).toBeLessThanOrEqual(2);
  }
}

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
