import { Net, Trainer, Vol } from 'convnetjs';
import { median } from 'd3-array';
import { REFERENCE } from '@/lib/course/reference';
import { imageOf, type LabelledImages } from '@/lib/data/data-set';
import { sidesOf } from '@/lib/kinds/parts/sides';
import type { Sides } from '@/lib/kinds/types';

type Definition = Readonly<Record<string, unknown>>;

/** Width and height in ConvNetJS's terms. */
function sidesIn(sides: Sides): Definition {
  const [sy, sx] = sidesOf(sides);
  return { sx, sy };
}

/** The reference architecture in ConvNetJS's terms. Dividing and unrolling are done outside, or by its layers themselves. */
function definitions(): Definition[] {
  const [height, width, channels] = REFERENCE.input;
  return REFERENCE.layers.flatMap((layer): Definition[] => {
    switch (layer.kind) {
      case 'input':
        return [{ type: 'input', out_sx: width, out_sy: height, out_depth: channels }];
      case 'conv2d':
        return [
          {
            type: 'conv',
            ...sidesIn(layer.kernel),
            filters: layer.filters,
            stride: layer.stride,
            pad: 0,
            activation: 'relu',
          },
        ];
      case 'maxPool':
        return [{ type: 'pool', ...sidesIn(layer.size), stride: layer.stride }];
      case 'dense':
        return layer.activation === 'softmax'
          ? [{ type: 'softmax', num_classes: layer.units }]
          : [{ type: 'fc', num_neurons: layer.units, activation: 'relu' }];
      default:
        return [];
    }
  });
}

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
