import { randomInt } from 'd3-random';
import { formatCount, formatNumber, formatShort } from '@/lib/format/format';
import { REFERENCE_FACTS } from '@/lib/pipeline/reference';
import { choice } from '../options';
import type { Random, Writers } from '../question';

const oneOf = <T>(list: readonly T[], random: Random): T => list[randomInt.source(random)(list.length)()];

/** A negative number in brackets, so that it can stand after a sign. */
const factor = (value: number): string => (value < 0 ? `(${formatShort(value)})` : formatShort(value));

/** Loss, steps and the update of a weight, reckoned by hand. */
export const TRAINING_NUMBERS: Writers<null> = {
  guessing: (_, { architecture }) => {
    const classes = architecture.classes.length;
    return {
      text: `A network that knows nothing gives each of the ${formatCount(classes)} classes the same probability. What is its loss?`,
      right: choice(
        formatNumber(Math.log(classes), 2),
        `The loss is −ln of the right class’s probability: −ln(1/${formatCount(classes)}) = ln ${formatCount(classes)}. If training begins far above it, something is wrong.`,
      ),
      wrong: [
        choice(formatNumber(0), 'That takes a probability of 1 for the right class.'),
        choice(
          formatNumber(1 - 1 / classes, 2),
          'That is the share of wrong guesses. The loss is a logarithm.',
        ),
        choice(
          formatNumber(1 / classes, 2),
          'That is the probability itself. The loss is minus its logarithm.',
        ),
        choice(formatShort(classes), 'The loss is the logarithm of that.'),
      ],
    };
  },
  cost: (_about, _pipeline, random) => {
    const probability = oneOf([0.1, 0.2, 0.25, 0.4], random);
    return {
      text: `The network gives the right class a probability of ${formatShort(probability)}. What is the loss of this picture?`,
      right: choice(
        formatNumber(-Math.log(probability), 2),
        `−ln ${formatShort(probability)}. Only the right class’s probability counts; how the rest is shared out does not.`,
      ),
      wrong: [
        choice(
          formatNumber(1 - probability, 2),
          'That is what is missing to 1. The loss is minus the logarithm of the probability.',
        ),
        choice(
          formatNumber(-Math.log10(probability), 2),
          'That is the logarithm to base 10. The loss takes the natural one, to base e.',
        ),
        choice(
          '1, as the answer is wrong',
          'Right or wrong is what accuracy counts. The loss asks how probable the right class was.',
        ),
      ],
    };
  },
  steps: (_about, _pipeline, random) => {
    const { images } = REFERENCE_FACTS;
    const batch = oneOf([48, 64, 96, 128], random);
    const steps = Math.ceil(images / batch);
    return {
      text: `There are ${formatCount(images)} training pictures, in batches of ${batch}. How many steps does one epoch take?`,
      right: choice(
        formatCount(steps),
        `One step for each batch. The last batch holds what is left, ${formatCount(images - (steps - 1) * batch)} pictures, and is a step too.`,
      ),
      wrong: [
        choice(
          formatCount(Math.floor(images / batch)),
          'The pictures that are left over make one more, smaller batch.',
        ),
        choice(formatCount(images), 'That would be batches of a single picture.'),
        choice(formatCount(batch), 'That is how many pictures one step sees.'),
        choice('1', 'An epoch is one pass over all pictures. The weights move after every batch of it.'),
      ],
    };
  },
  sign: (_about, _pipeline, random) => {
    const weight = randomInt.source(random)(3, 10)() / 10;
    const [gradient, rate] = [oneOf([2, 3, -2, -3], random), 0.1];
    return {
      text: `A weight is ${formatShort(weight)}, its gradient ${formatShort(gradient)}, the learning rate ${formatShort(rate)}. Where does one step of plain gradient descent take it?`,
      right: choice(
        formatShort(weight - rate * gradient),
        `${formatShort(weight)} − ${formatShort(rate)} × ${factor(gradient)}. The loss ${gradient > 0 ? 'grows' : 'falls'} as the weight grows, so the weight goes ${gradient > 0 ? 'down' : 'up'}.`,
      ),
      wrong: [
        choice(
          formatShort(weight + rate * gradient),
          'That climbs the loss. A step goes against the gradient.',
        ),
        choice(
          formatShort(weight - gradient),
          'The learning rate is missing. It says which part of the gradient to go.',
        ),
        choice(
          formatShort(weight * (1 - rate)),
          'That shrinks the weight whatever its gradient. It is called weight decay.',
        ),
        choice(formatShort(weight - rate), 'How steep the loss is matters too: the rate times the gradient.'),
      ],
    };
  },
};
