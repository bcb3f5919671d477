import { formatCount, formatPercent, formatShort } from '@/lib/format/format';
import type { DenseLayer } from '@/lib/layers/types';
import type { Stage } from '@/lib/pipeline/pipeline';
import { choice, type Writer } from '../question';

const layerOf = ({ layer }: Stage): DenseLayer => {
  if (layer.kind !== 'dense') throw new Error(`${layer.id} is not dense`);
  return layer;
};

export const DENSE: Readonly<Record<string, Writer<Stage>>> = {
  weights: (stage) => {
    const [inputs] = stage.input;
    const { units } = layerOf(stage);
    return {
      text: `How many weights does ${stage.id} learn: ${formatCount(units)} units on ${formatCount(inputs)} values?`,
      right: choice(
        formatCount(stage.parameters),
        `${formatCount(inputs)} weights and a bias for each unit: ${formatCount(inputs + 1)} × ${formatCount(units)}.`,
      ),
      wrong: [
        choice(formatCount(inputs * units), 'Almost: each unit has a bias as well.'),
        choice(
          formatCount(inputs + units),
          'Each unit has a weight of its own for each value, so the two are multiplied.',
        ),
        choice(
          formatCount(inputs * units + inputs),
          'The biases belong to the units that come out, not to the values that go in.',
        ),
        choice(formatCount(units), 'That is the biases alone.'),
      ],
    };
  },
  share: (stage, pipeline) => {
    const most = pipeline.stages.every(({ parameters }) => parameters <= stage.parameters);
    if (!most) return null;
    return {
      text: `What share of the network’s ${formatCount(pipeline.parameters)} weights does ${stage.id} hold?`,
      right: choice(
        formatPercent(stage.parameters / pipeline.parameters),
        'Every unit has a weight for every value that comes in. A convolution shares its few weights over all places.',
      ),
      wrong: [
        choice(
          formatPercent(stage.multiplyAdds / pipeline.multiplyAdds),
          'That is its share of the multiplications. Its weights are used once a picture, those of a convolution at every place.',
        ),
        choice(
          formatPercent(1 / pipeline.stages.filter(({ parameters }) => parameters > 0).length),
          'That would be an equal share. Layers differ a thousandfold.',
        ),
        choice(
          formatPercent(1 - stage.parameters / pipeline.parameters),
          'That is what all the others hold together.',
        ),
      ],
    };
  },
  place: (stage) => {
    if (layerOf(stage).activation === 'softmax') return null;
    return {
      text: `How does a unit of ${stage.id} treat the same pattern at two places?`,
      right: choice(
        'As two things: each place has weights of its own',
        'That is the difference to a convolution, whose kernel is the same everywhere.',
      ),
      wrong: [
        choice(
          'As one: its weights are the same everywhere',
          'That holds for a kernel. A dense unit has a weight for each single value.',
        ),
        choice('It sees the middle of the maps only', 'Every unit is joined to every value.'),
        choice(
          'It takes the stronger of the two',
          'That is what pooling does, within one window. A unit adds all values up, weighted.',
        ),
      ],
    };
  },
  sum: (stage) => {
    if (layerOf(stage).activation !== 'relu') return null;
    const [a, b, bias] = [0.5, -0.25, 0.1];
    const [v, w] = [2, 4];
    const result = a * v + b * w + bias;
    return {
      text: `A unit gets two values, ${v} and ${w}. Its weights are ${formatShort(a)} and ${formatShort(b)}, its bias ${formatShort(bias)}, and a ReLU follows. What does it answer?`,
      right: choice(
        formatShort(result),
        `${v} × ${formatShort(a)} + ${w} × ${formatShort(b)} + ${formatShort(bias)}. It is above 0, so the ReLU lets it through.`,
      ),
      wrong: [
        choice(formatShort(a * v + b * w), 'The bias is missing.'),
        choice(
          formatShort(a * v + bias),
          'Products below 0 count too: the ReLU cuts the sum, not its parts.',
        ),
        choice(formatShort(a * v - b * w + bias), 'The second product is negative and takes away.'),
      ],
    };
  },
};

export const OUTPUT: Readonly<Record<string, Writer<Stage>>> = {
  units: (stage, { architecture }) => {
    const { units } = layerOf(stage);
    return {
      text: `Why does ${stage.id} have ${formatCount(units)} units?`,
      right: choice(
        `There are ${formatCount(architecture.classes.length)} classes, and each unit speaks for one`,
        'Its sum, the logit, says how much speaks for that class.',
      ),
      wrong: [
        choice(
          'A power of two would be too slow',
          'The speed is nearly the same. The number follows from what is to be told apart.',
        ),
        choice(
          `It was found by trying, as the ${formatCount(stage.input[0])} before it`,
          'The sizes in the middle are chosen. The last one is not free.',
        ),
        choice(
          `The run has ${formatCount(units)} epochs, one unit for each`,
          'Epochs are rounds of training. They have nothing to do with the shape.',
        ),
      ],
    };
  },
  together: (stage) => {
    if (layerOf(stage).activation !== 'softmax') return null;
    return {
      text: 'One class’s logit rises and the others stay. What happens to the probabilities?',
      right: choice(
        'Its own rises, all others fall',
        'The softmax divides by the sum over all classes, so that the probabilities always add up to 1.',
      ),
      wrong: [
        choice('Its own rises, the others stay', 'Then they would add up to more than 1.'),
        choice('All rise together', 'They share out one whole: what one gains the others lose.'),
        choice(
          'Nothing until it is the largest',
          'The softmax is smooth: every change of a logit changes every probability.',
        ),
      ],
    };
  },
  equal: (stage) => {
    const { units, activation } = layerOf(stage);
    if (activation !== 'softmax') return null;
    return {
      text: `All ${formatCount(units)} logits are 0. What probability does each class get?`,
      right: choice(
        formatPercent(1 / units),
        `The exp of 0 is 1 for each, and 1 of ${formatCount(units)} is the share of each.`,
      ),
      wrong: [
        choice(formatPercent(0), 'A logit of 0 is no probability of 0: exp(0) is 1.'),
        choice(formatPercent(0.5), 'That would be so with two classes, or with one unit and a sigmoid.'),
        choice(formatPercent(1), 'The probabilities of all classes add up to 1.'),
        choice(formatPercent(1 / (units + 1)), 'There is no further class for “none of these”.'),
      ],
    };
  },
  shift: (stage) => {
    if (layerOf(stage).activation !== 'softmax') return null;
    return {
      text: 'To every logit 5 is added. What changes?',
      right: choice(
        'Nothing: only differences between logits count',
        'Every exp grows by the same factor, and the division takes it out again.',
      ),
      wrong: [
        choice('All probabilities rise', 'They still have to add up to 1.'),
        choice(
          'The largest gains most',
          'That happens when the logits are multiplied. Added, all stay in proportion.',
        ),
        choice('They come closer together', 'Their differences are the same as before.'),
      ],
    };
  },
};
