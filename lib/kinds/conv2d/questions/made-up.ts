import { formatCount, formatShape } from '@/lib/format/format';
import { formatSides } from '@/lib/kinds/parts/sides';
import { countOf, numbersIn } from '@/lib/kinds/parts/weights';
import { rulesOf } from '@/lib/kinds/registry';
import type { Conv2dLayer } from '@/lib/kinds/types';
import { forNumber, oneOf, whole } from '@/lib/questions/maker';
import { choice, shapeChoice } from '@/lib/questions/options';
import type { Random, Writers } from '@/lib/questions/question';
import { asMap, type MapShape } from '@/lib/tensor/tensor';
import words from '@/words/bank-made-up-convolution';

export const layerOf = (change: Partial<Conv2dLayer>): Conv2dLayer => ({
  id: 'convolution',
  kind: 'conv2d',
  filters: 1,
  kernel: 3,
  stride: 1,
  padding: 'valid',
  activation: 'linear',
  ...change,
});
export const rules = rulesOf(layerOf({}));

/** A convolution with a square kernel, the kernel's side, and the input shape. */
function anyLayer(random: Random, change: Partial<Omit<Conv2dLayer, 'kernel'>> = {}) {
  const filters = oneOf([4, 8, 16, 24], random);
  const kernel = oneOf([3, 5], random);
  const layer = layerOf({ filters, kernel, ...change });
  const input: MapShape = [whole(12, 40, random), whole(12, 40, random), oneOf([1, 3, 6, 12], random)];
  return { layer, kernel, input, output: asMap(rules.outputShape(layer, input)) };
}

const describeLayer = ({ filters, kernel, stride, padding }: Conv2dLayer, input: MapShape): string =>
  words.layer({ kernels: filters, size: formatSides(kernel), padding, stride, input: formatShape(input) });

export const biasForgotten = words.biasForgotten();

export const MADE_UP_CONVOLUTION: Writers<null> = {
  valid: (_about, _pipeline, random) => {
    const { layer, kernel, input, output } = anyLayer(random);
    const { filters } = layer;
    const [height, width, channels] = input;
    return {
      text: words.shape({ layer: describeLayer(layer, input) }),
      right: choice(
        formatShape(output),
        words.validWhy({
          height: formatCount(height),
          kernel,
          rows: formatCount(output[0]),
          width: formatCount(width),
          columns: formatCount(output[1]),
        }),
      ),
      wrong: [
        ...shapeChoice([height, width, filters], words.validSame()),
        ...shapeChoice([height - kernel, width - kernel, filters], words.firstPlace()),
        ...shapeChoice([output[0], output[1], channels], words.channelsOut()),
        ...shapeChoice([output[0], output[1], filters * channels], words.perChannel()),
      ],
    };
  },
  same: (_about, _pipeline, random) => {
    const { layer, input, output } = anyLayer(random, { padding: 'same', stride: 2 });
    const { filters } = layer;
    const [height, width, channels] = input;
    return {
      text: words.shape({ layer: describeLayer(layer, input) }),
      right: choice(
        formatShape(output),
        words.sameWhy({ height: formatCount(height), width: formatCount(width) }),
      ),
      wrong: [
        ...shapeChoice([height, width, filters], words.sameStride()),
        ...shapeChoice(rules.outputShape({ ...layer, padding: 'valid' }, input), words.sameValid()),
        ...shapeChoice([output[0], output[1], channels], words.channelsOut()),
        ...shapeChoice([output[0] - 1, output[1] - 1, filters], words.sameLast()),
      ],
    };
  },
  strided: (_about, _pipeline, random) => {
    const { layer, kernel, input, output } = anyLayer(random, { stride: 2 });
    const { filters } = layer;
    const [height, width] = input;
    return {
      text: words.shape({ layer: describeLayer(layer, input) }),
      right: choice(
        formatShape(output),
        words.stridedWhy({ height: formatCount(height), kernel, places: formatCount(height - kernel + 1) }),
      ),
      wrong: [
        ...shapeChoice([height - kernel + 1, width - kernel + 1, filters], words.stridedOne()),
        ...shapeChoice(rules.outputShape({ ...layer, padding: 'same' }, input), words.stridedSame()),
        ...shapeChoice([output[0] + 1, output[1] + 1, filters], words.stridedOver()),
        ...shapeChoice([output[0] - 1, output[1] - 1, filters], words.firstPlace()),
      ],
    };
  },
  weights: (_about, _pipeline, random) => {
    const { layer, kernel, input } = anyLayer(random);
    const { filters } = layer;
    const parameters = rules.parameters(layer, input);
    const weights = numbersIn(parameters?.kernel?.shape ?? []);
    const all = countOf(parameters);
    const each = kernel * kernel * input[2];
    return forNumber(
      words.weights({ layer: describeLayer(layer, input) }),
      formatCount,
      all,
      words.weightsWhy({ kernel, channels: input[2], kernels: filters, parameters: formatCount(all) }),
      [
        [weights, biasForgotten],
        [kernel * kernel * filters + filters, words.weightsFlat()],
        [each + 1, words.weightsOne()],
        [weights + 1, words.weightsOneBias()],
      ],
    );
  },
  work: (_about, _pipeline, random) => {
    const { layer, kernel, input, output } = anyLayer(random);
    const { filters } = layer;
    const [height, width, channels] = output;
    const each = kernel * kernel * input[2];
    return forNumber(
      words.work({ layer: describeLayer(layer, input), output: formatShape(output) }),
      formatCount,
      rules.multiplyAdds(layer, input),
      words.workWhy({
        height,
        width,
        maps: channels,
        each,
        all: formatCount(rules.multiplyAdds(layer, input)),
        kernel,
        channels: input[2],
      }),
      [
        [height * width * each, words.workOneMap()],
        [height * width * filters * kernel * kernel, words.workFlat()],
        [each * filters, words.workOnePlace()],
        [input[0] * input[1] * filters * each, words.workPixels()],
      ],
    );
  },
};
