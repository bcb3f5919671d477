import { formatCount, formatShort } from '@/lib/format/format';
import type { NormalizeLayer } from '@/lib/layers/types';
import type { Stage } from '@/lib/pipeline/pipeline';
import { asMap, size } from '@/lib/tensor/tensor';
import { choice } from '../options';
import type { Writers } from '../question';

/** The largest value of a byte, which every raw pixel is. */
const LARGEST = 255;

const divisorOf = ({ layer }: Stage): NormalizeLayer['divisor'] => {
  if (layer.kind !== 'normalize') throw new Error(`${layer.id} does not normalize`);
  return layer.divisor;
};

export const NORMALIZE: Writers<Stage> = {
  value: (stage, _pipeline, random) => {
    const divisor = divisorOf(stage);
    // A fifth, two fifths, ...: a quotient that can be found without paper.
    const raw = Math.round((divisor / 5) * (1 + Math.floor(random() * 4)));
    return {
      text: `A raw value is ${formatCount(raw)}. What does ${stage.id} make of it?`,
      right: choice(
        formatShort(raw / divisor),
        `${formatCount(raw)} / ${formatShort(divisor)}, and nothing else.`,
      ),
      wrong: [
        choice(
          formatShort(1 - raw / divisor),
          'That turns the brightness round, as in a negative. Dividing leaves what is dark dark.',
        ),
        choice(
          formatShort(raw / 100),
          `That divides by 100, as for a percentage. The values go up to ${LARGEST}.`,
        ),
        choice(
          formatShort((2 * raw) / divisor - 1),
          'That brings the values to between −1 and 1, as some networks have it. This one only divides.',
        ),
        choice(
          formatShort(raw - divisor / 2),
          'That moves the middle to 0 and keeps the values large. This stage divides.',
        ),
      ],
    };
  },
  learned: (stage) => ({
    text: `How many parameters does ${stage.id} learn?`,
    right: choice('None', `The divisor ${formatShort(divisorOf(stage))} is fixed before training begins.`),
    wrong: [
      choice(
        'One: the divisor',
        'The divisor is chosen by whoever builds the network. Training never touches it.',
      ),
      choice(
        `${formatCount(asMap(stage.output)[2])}: one for each channel`,
        'All channels are divided by the same number, and it is not learned.',
      ),
      choice(
        `${formatCount(size(stage.output))}: one for each value`,
        'All values are divided by the same number, and it is not learned.',
      ),
    ],
  }),
  reason: () => ({
    text: 'Why are the raw values divided at all?',
    right: choice(
      'One learning rate then suits all layers',
      `A weight’s gradient is multiplied by its input. With inputs up to ${LARGEST} the first layer’s steps would be hundreds of times too long.`,
    ),
    wrong: [
      choice(
        'The picture gets more contrast',
        'All values shrink by one factor, so the contrast is the same.',
      ),
      choice(
        'The next stages have fewer values to read',
        'Every value stays: the shape is the same as before.',
      ),
      choice(
        'Softmax needs inputs between 0 and 1',
        'Softmax stands at the other end and takes any numbers at all.',
      ),
    ],
  }),
  forgotten: (stage) => {
    const divisor = formatShort(divisorOf(stage));
    return {
      text: `A network was trained with ${stage.id}. Later somebody uses it and forgets this stage. What happens?`,
      right: choice(
        'It answers nonsense, often with great confidence',
        `Every value is ${divisor} times as large as in training. The sums explode, and softmax turns large differences into certainty.`,
      ),
      wrong: [
        choice(
          'Nothing: only the relations between pixels count',
          'The biases do not grow with the inputs, and softmax sharpens larger differences. The answer changes.',
        ),
        choice('An error message: the shape is wrong', 'The shape is the same. That is why nobody notices.'),
        choice(
          'It sees the picture darker than it is',
          `Brighter, if anything: values are ${divisor} times as large.`,
        ),
      ],
    };
  },
};
