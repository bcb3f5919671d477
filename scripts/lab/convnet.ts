import { Net, Trainer, Vol } from 'convnetjs';
import { median } from 'd3-array';
import { REFERENCE } from '@/lib/course/reference';
import { imageOf, type LabelledImages } from '@/lib/data/data-set';
import { sidesOf } from '@/lib/kinds/parts/sides';
import type { LayerKind, LayerOf, Sides } from '@/lib/kinds/types';

type Definition = Readonly<Record<string, unknown>>;

/** Width and height in ConvNetJS's terms. */
function sidesIn(sides: Sides): Definition {
  const [sy, sx] = sidesOf(sides);
  return { sx, sy };
}

const NOTHING: readonly Definition[] = [];

/**
 * A layer of each kind in ConvNetJS's terms; null where it has none that computes the same. Dividing is done outside, and
 * its layers unroll maps by themselves.
 */
const DEFINITIONS: { readonly [K in LayerKind]: ((layer: LayerOf<K>) => readonly Definition[]) | null } = {
  input() {
    const [height, width, channels] = REFERENCE.input;
    return [{ type: 'input', out_sx: width, out_sy: height, out_depth: channels }];
  },
  normalize: () => NOTHING,
  conv2d: ({ kernel, filters, stride }) => [
    { type: 'conv', ...sidesIn(kernel), filters, stride, pad: 0, activation: 'relu' },
  ],
  maxPool: ({ size, stride }) => [{ type: 'pool', ...sidesIn(size), stride }],
  averagePool: null,
  globalAveragePool: null,
  activation: null,
  batchNormalization: null,
  dropout: null,
  zeroPadding: null,
  flatten: () => NOTHING,
  dense: ({ units, activation }) =>
    activation === 'softmax'
      ? [{ type: 'softmax', num_classes: units }]
      : [{ type: 'fc', num_neurons: units, activation: 'relu' }],
};

function definitionOf<K extends LayerKind>(layer: LayerOf<K> & { readonly kind: K }): readonly Definition[] {
  const define: ((layer: LayerOf<K>) => readonly Definition[]) | null = DEFINITIONS[layer.kind];
  if (!define) throw new Error(`ConvNetJS has no layer for ${layer.id}`);
  return define(layer);
}

/** The reference architecture in ConvNetJS's terms. @throws Error for a layer that it lacks. */
const definitions = (): Definition[] => REFERENCE.layers.flatMap((layer) => definitionOf(layer));

function volume(pixels: Uint8Array): Vol {
  const [height, width, channels] = REFERENCE.input;
  const values = new Vol(width, height, channels, 0);
  pixels.forEach((value, at) => {
    values.w[at] = value / 255;
  });
  return values;
}

/** Steps and forward passes of ConvNetJS, in milliseconds a batch. It processes its images one by one. */
export function timeConvnet(
  set: LabelledImages,
  batch: number,
  { steps, warmUp }: { readonly steps: number; readonly warmUp: number },
  rate: number,
) {
  const net = new Net();
  net.makeLayers(definitions());
  const trainer = new Trainer(net, { method: 'sgd', momentum: 0.9, learning_rate: rate, batch_size: batch });
  const times = { step: [] as number[], forward: [] as number[] };
  let loss = Number.NaN;
  for (let at = 0; at <= steps; at++) {
    const indices = Array.from(
      { length: at === 0 ? warmUp : batch },
      (_, place) => (at * batch + place) % set.count,
    );
    const images = indices.map((index) => volume(imageOf(set, index)));
    const start = performance.now();
    for (const image of images) net.forward(image, false);
    const passed = performance.now();
    loss = 0;
    images.forEach((image, place) => {
      loss += trainer.train(image, set.labels[indices[place]]).loss / batch;
    });
    if (at === 0) continue;
    times.forward.push(passed - start);
    times.step.push(performance.now() - passed);
  }
  return { step: median(times.step) ?? 0, forward: median(times.forward) ?? 0, loss };
}
