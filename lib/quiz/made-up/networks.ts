import { formatCount, formatShape } from '@/lib/format/format';
import type { Conv2dLayer, Layer, MaxPoolLayer } from '@/lib/layers/types';
import type { MapShape } from '@/lib/tensor/tensor';
import { choice, shapeChoice, square } from '../options';
import type { Writers } from '../question';
import { forNumber, network, oneOf, whole } from './maker';

const conv = (id: string, change: Partial<Conv2dLayer> = {}): Conv2dLayer => ({
  id,
  kind: 'conv2d',
  filters: 4,
  kernel: 3,
  stride: 1,
  padding: 'valid',
  activation: 'relu',
  ...change,
});
const pool: MaxPoolLayer = { id: 'pool', kind: 'maxPool', size: 2, stride: 2, padding: 'valid' };

/** The field of the last of some layers. */
function fieldOf(layers: readonly Layer[]) {
  const { stages } = network([64, 64, 1], layers);
  const field = stages[layers.length].receptiveField;
  if (!field) throw new Error('these layers see only a part of the picture');
  return field;
}

export const MADE_UP_NETWORK: Writers<null> = {
  field: (_about, _pipeline, random) => {
    const [first, second] = [oneOf([3, 5, 7], random), oneOf([3, 5, 7], random)];
    const { size: side } = fieldOf([conv('a', { kernel: first }), conv('b', { kernel: second })]);
    return forNumber(
      `A convolution of ${square(first)} is followed by one of ${square(second)}, both with stride 1. How large is the patch of the picture that a value of the second depends on?`,
      square,
      side,
      `${first} + ${second} − 1 = ${side} along each side: ${second} fields of ${first} pixels that lie one pixel apart.`,
      [
        [first + second, 'They overlap: the second field begins one pixel further, not behind the first.'],
        [first * second, 'That would take fields that do not overlap.'],
        [second, 'That is on the first map. Each of its values sees a patch itself.'],
        [Math.max(first, second), 'The patches add up: each layer widens the sight.'],
      ],
    );
  },
  pooledField: (_about, _pipeline, random) => {
    const [first, second] = [oneOf([3, 5], random), oneOf([3, 5], random)];
    const { size: side } = fieldOf([conv('a', { kernel: first }), pool, conv('b', { kernel: second })]);
    const pooled = first + 1;
    return forNumber(
      `A convolution of ${square(first)}, max pooling of 2 × 2 with stride 2, and a convolution of ${square(second)} follow one another. How large is the patch that a value of the last depends on?`,
      square,
      side,
      `After pooling a value sees ${first} + 1 = ${pooled} pixels a side, and neighbours lie 2 apart: ${pooled} + (${second} − 1) × 2 = ${side}.`,
      [
        [pooled + second - 1, 'After pooling, neighbours lie two pixels apart.'],
        [first + second - 1, 'That leaves the pooling out.'],
        [2 * (first + second - 1), 'The first convolution still works on single pixels.'],
        [pooled * second, 'The fields overlap.'],
      ],
    );
  },
  apart: (_about, _pipeline, random) => {
    const poolings = whole(1, 3, random);
    const stride = oneOf([1, 2], random);
    const layers = [
      conv('a', { stride }),
      ...Array.from({ length: poolings }, (_, n): Layer => ({ ...pool, id: `pool${n}` })),
    ];
    const apart = fieldOf(layers).stride;
    const twos = Array.from({ length: poolings }, () => '2').join(' × ');
    return forNumber(
      `A convolution with stride ${stride} is followed by ${poolings === 1 ? 'one pooling' : `${poolings} poolings`} of 2 × 2 with stride 2. How many pixels of the picture lie between the patches of two neighbours at the end?`,
      formatCount,
      apart,
      `Strides multiply: ${stride} × ${twos} = ${apart}.`,
      [
        [stride + 2 * poolings, 'Strides multiply, they do not add.'],
        [2 * poolings, 'Each stride doubles the one before.'],
        [1, 'That is where no layer has a stride.'],
        [apart * 2, 'That is one stride too many.'],
        [apart + 1, 'The patch’s size does not count here, only how far it moves.'],
      ],
    );
  },
  total: (_about, _pipeline, random) => {
    const input: MapShape = [whole(8, 16, random), whole(8, 16, random), oneOf([1, 3], random)];
    const filters = oneOf([2, 4, 8], random);
    const made = network(input, [conv('a', { filters })]);
    const [first, last] = [made.stages[1], made.stages[made.stages.length - 1]];
    const [inputs] = last.input;
    return forNumber(
      `Pictures of ${formatShape(input)} go through a 3 × 3 convolution with ${filters} filters (“valid”), are flattened to ${formatCount(inputs)} values, and end in a dense layer of 2 units. How many parameters are there in all?`,
      formatCount,
      made.parameters,
      `(9 × ${input[2]} + 1) × ${filters} + (${inputs} + 1) × 2 = ${formatCount(made.parameters)}.`,
      [
        [made.parameters - filters - 2, 'That leaves the biases out.'],
        [first.parameters, 'That is the convolution alone.'],
        [last.parameters, 'That is the dense layer alone.'],
        [first.parameters + inputs + 1, 'The dense layer has two units, each with weights of its own.'],
      ],
    );
  },
  chain: (_about, _pipeline, random) => {
    const input: MapShape = [2 * whole(8, 20, random), 2 * whole(8, 20, random), 3];
    const filters = oneOf([8, 16, 32], random);
    const { stages } = network(input, [conv('a', { filters }), pool]);
    const [down, across] = [input[0] - 2, input[1] - 2];
    return {
      text: `Pictures of ${formatShape(input)} go through a 3 × 3 convolution with ${filters} filters (“valid”) and 2 × 2 max pooling with stride 2. What shape is left?`,
      right: choice(
        formatShape(stages[2].output),
        `The convolution leaves ${input[0]} − 2 = ${down} rows and ${input[1]} − 2 = ${across} columns. Pooling leaves half: ${down} ÷ 2 = ${down / 2} and ${across} ÷ 2 = ${across / 2}.`,
      ),
      wrong: [
        ...shapeChoice(
          [input[0] / 2, input[1] / 2, filters],
          'With “valid” the convolution makes the map smaller first.',
        ),
        ...shapeChoice([down / 2, across / 2, 3], 'Each filter makes a map: there are no colours any more.'),
        ...shapeChoice([down, across, filters], 'That is before the pooling.'),
        ...shapeChoice(
          [down / 2 - 1, across / 2 - 1, filters],
          'Pooling takes nothing off the edge when the windows fit.',
        ),
      ],
    };
  },
};
