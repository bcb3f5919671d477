import { randomInt } from 'd3-random';
import { formatCount, formatPercent, formatShort } from '@/lib/format/format';
import type { DenseLayer } from '@/lib/layers/types';
import type { Stage } from '@/lib/pipeline/pipeline';
import { choice, counted } from '../options';
import type { Writers } from '../question';

/** @throws Error when the stage is another kind of layer. */
export function denseOf({ layer }: Stage): DenseLayer {
  if (layer.kind !== 'dense') throw new Error(`${layer.id} is not dense`);
  return layer;
}

/** Asked of hidden layers and of the last one. */
export const DENSE_PARAMETERS: Writers<Stage> = {
  parameters: (stage) => {
    const [inputs] = stage.input;
    const { units } = denseOf(stage);
    return {
      text: `${stage.id} has ${counted(units, 'unit')} on ${counted(inputs, 'value')}. How many parameters is that, biases included?`,
      right: choice(
        formatCount(stage.parameters),
        `Each unit has ${counted(inputs, 'weight')} and a bias: ${formatCount(inputs + 1)} × ${formatCount(units)}.`,
      ),
      wrong: [
        choice(formatCount(inputs * units), 'Those are the weights. Each unit has a bias as well.'),
        choice(
          formatCount(inputs * units + inputs),
          'The biases belong to the units that answer, not to the values that come in.',
        ),
        choice(
          formatCount(inputs + units),
          'Each unit has a weight of its own for each value, so the two are multiplied.',
        ),
        choice(formatCount(inputs * units + 1), 'There is a bias for each unit, not one for the layer.'),
      ],
    };
  },
};

export const DENSE: Writers<Stage> = {
  share: (stage, pipeline) => {
    const [parameters, work] = [
      stage.parameters / pipeline.parameters,
      stage.multiplyAdds / pipeline.multiplyAdds,
    ];
    const convolutions = pipeline.stages.some(({ layer }) => layer.kind === 'conv2d');
    if (!convolutions || parameters < 2 * work) return null;
    return {
      text: `${stage.id} holds ${formatPercent(parameters)} of the network’s parameters and does ${formatPercent(work)} of its multiplications. How can that be?`,
      right: choice(
        'It uses each weight once a picture, a convolution uses it at every place',
        'Parameters and work are two things. A kernel is small, but it is laid on every place of its input.',
      ),
      wrong: [
        choice(
          'Most of its weights are 0 and are skipped',
          'Hardly any weight is exactly 0, and none is skipped: all are multiplied.',
        ),
        choice(
          'ReLU spares the units that would answer 0',
          'The sum must be known before ReLU can cut it off, so all products are computed.',
        ),
        choice(
          'It learns in training only and rests in prediction',
          'Every prediction goes through every layer with all of its weights.',
        ),
      ],
    };
  },
  place: (stage, pipeline) => {
    const before = pipeline.stages.find(({ number }) => number === stage.number - 1);
    if (before?.layer.kind !== 'flatten') return null;
    return {
      text: `The same pattern turns up at another place of the maps. What does that mean for a unit of ${stage.id}?`,
      right: choice(
        'Other weights meet it, so it must be learned there as well',
        'Every value of the vector has its own weight. Only a kernel is the same everywhere.',
      ),
      wrong: [
        choice(
          'Nothing: its weights are the same for every place',
          'That holds for a kernel. A dense unit has a weight for each single value.',
        ),
        choice(
          'It sees the pattern only near the middle',
          'Every unit is connected to every value, at the edge as well.',
        ),
        choice(
          'It takes the place where the pattern is strongest',
          'That is what pooling does within a window. A unit adds up all places, weighted.',
        ),
      ],
    };
  },
  sum: (stage, _pipeline, random) => {
    if (denseOf(stage).activation !== 'relu') return null;
    const whole = randomInt.source(random);
    const [v, w, a, b, bias] = [whole(4, 8)(), whole(1, 4)(), 0.5, -0.25, whole(1, 5)() / 10];
    return {
      text: `A unit gets two values, ${v} and ${w}. Its weights are ${formatShort(a)} and ${formatShort(b)}, its bias is ${formatShort(bias)}, and ReLU follows. What does it answer?`,
      right: choice(
        formatShort(a * v + b * w + bias),
        `${v} × ${formatShort(a)} + ${w} × ${formatShort(b)} + ${formatShort(bias)}. That is above 0, so ReLU lets it through.`,
      ),
      wrong: [
        choice(formatShort(a * v + b * w), 'The bias is missing.'),
        choice(
          formatShort(a * v + bias),
          'ReLU cuts off the whole sum, not its parts: the negative product counts.',
        ),
        choice(formatShort(a * v - b * w + bias), 'The second product is negative, so it takes away.'),
      ],
    };
  },
  collapse: (stage, pipeline) => {
    const next = pipeline.stages.find(({ number }) => number === stage.number + 1);
    if (denseOf(stage).activation !== 'relu' || next?.layer.kind !== 'dense') return null;
    const [inputs] = stage.input;
    return {
      text: `Leave out the ReLU of ${stage.id}. What can ${stage.id} and ${next.id} still do together?`,
      right: choice(
        `No more than one layer of ${counted(next.layer.units, 'unit')} straight on the ${counted(inputs, 'value')}`,
        'A weighted sum of weighted sums is a weighted sum. Without a bend between them two layers are one.',
      ),
      wrong: [
        choice(
          'More than before, as nothing is cut off any more',
          'Nothing is cut off, but only the cutting made the two layers more than one.',
        ),
        choice(
          'The same as before, only faster',
          'ReLU costs next to nothing, and all negative sums would now go on. The answers change.',
        ),
        choice(
          'Nothing: without ReLU no gradient gets through',
          'It is ReLU that stops gradients, where a sum is negative. Without it all get through.',
        ),
      ],
    };
  },
};
