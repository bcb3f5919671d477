import { formatNumber, formatPercent, formatShort } from '@/lib/format/format';
import { softmax } from '@/lib/layers/activation';
import { choice } from '../options';
import type { Writers } from '../question';
import { forNumber, oneOf, several } from './maker';

const two = (value: number): string => formatNumber(value, 2);
const PROBABILITIES = [0.05, 0.15, 0.3, 0.35, 0.45, 0.6, 0.7, 0.85] as const;

/** Softmax, the loss, and where the gradient begins. */
export const MADE_UP_OUTPUT: Writers<null> = {
  two: (_about, _pipeline, random) => {
    const [low, apart] = [oneOf([-2, -1, 0, 1, 2, 3], random), oneOf([0.5, 1, 1.5, 2], random)];
    const logits = [low + apart, low];
    const [{ probability }] = softmax(logits);
    return forNumber(
      `A network has two classes, with the logits ${logits.map(formatShort).join(' and ')}. What probability does the first get?`,
      formatPercent,
      probability,
      `Only the difference counts: 1 ÷ (1 + exp(−${formatShort(apart)})) = ${formatNumber(probability, 3)}.`,
      [
        [1 - probability, 'That is the probability of the other class.'],
        [
          logits[0] / (Math.abs(logits[0]) + Math.abs(logits[1])),
          'Softmax takes the exponentials of the logits before it divides.',
        ],
        [0.5, 'That takes equal logits.'],
        [1, 'Softmax never gives everything to one class.'],
        [
          1 - Math.exp(-apart) / 3,
          'The exponentials are divided by their sum, not by a number that is the same for all.',
        ],
      ],
    );
  },
  three: (_about, _pipeline, random) => {
    const shares = oneOf(
      [
        [1, 2, 5],
        [1, 3, 4],
        [2, 3, 5],
        [1, 4, 5],
        [3, 3, 4],
      ],
      random,
    );
    const order = several(shares, 3, random);
    const [{ probability }] = softmax(order.map(Math.log));
    const sum = order.reduce((all, one) => all + one, 0);
    return forNumber(
      `The exponentials of three logits are ${order.join(', ')}. What probability does the first class get?`,
      formatPercent,
      probability,
      `${order[0]} ÷ (${order.join(' + ')}) = ${formatNumber(probability, 3)}.`,
      [
        [order[0] / Math.max(...order), 'They are divided by their sum, not by the largest.'],
        [
          Math.exp(order[0]) / order.reduce((all, one) => all + Math.exp(one), 0),
          'The exponentials were taken already.',
        ],
        [1 / 3, 'That takes equal exponentials.'],
        [1 - order[0] / sum, 'That is what the other two get together.'],
        [order[1] / sum, 'That is the second class.'],
      ],
    );
  },
  shift: (_about, _pipeline, random) => {
    const [added, probability] = [oneOf([-5, -2, 1, 3, 10], random), oneOf(PROBABILITIES, random)];
    const logits = [Math.log(probability), Math.log(1 - probability)];
    const [moved] = softmax(logits.map((logit) => logit + added));
    return forNumber(
      `A class has a probability of ${formatPercent(probability)}. Now ${formatShort(added)} is added to every logit. What is its probability?`,
      formatPercent,
      moved.probability,
      'All exponentials are multiplied by the same number, and so is their sum. It cancels out.',
      [
        [softmax([logits[0] + added, logits[1]])[0].probability, 'That adds it to this class’s logit only.'],
        [softmax([logits[0], logits[1] + added])[0].probability, 'That adds it to the others only.'],
        [0.5, 'Equal logits would give that. They still differ as before.'],
        [probability / 2, 'Probabilities do not shrink by a shift: their sum stays 1.'],
      ],
    );
  },
  gradient: (_about, _pipeline, random) => {
    const first = oneOf(PROBABILITIES, random);
    const [{ probability }] = softmax([Math.log(first), Math.log(1 - first)]);
    const right = random() < 0.5;
    const gradient = probability - (right ? 1 : 0);
    return forNumber(
      `A class gets a probability of ${two(probability)}, and it is ${right ? '' : 'not '}the right one. What is the loss’s gradient to its logit?`,
      two,
      gradient,
      `Probability minus target: ${two(probability)} − ${right ? 1 : 0} = ${two(gradient)}.`,
      [
        [-gradient, 'The sign is the other one: a gradient tells how the loss grows.'],
        [
          probability - (right ? 0 : 1),
          `That is the gradient of a class that is ${right ? 'wrong' : 'right'}.`,
        ],
        [-Math.log(probability), 'That is a loss, not how it changes.'],
        [
          probability * (1 - probability),
          'That is how the probability changes. The logarithm of the loss turns it into less.',
        ],
      ],
    );
  },
  fromLoss: (_about, _pipeline, random) => {
    const loss = oneOf([0.1, 0.2, 0.5, 0.7, 1, 1.5, 2], random);
    const [{ probability }] = softmax([-loss, Math.log(1 - Math.exp(-loss))]);
    return forNumber(
      `A picture’s loss is ${formatShort(loss)}. Which probability did the network give the right class?`,
      formatPercent,
      probability,
      `The loss is minus the logarithm of it, so it is exp(−${formatShort(loss)}) = ${formatNumber(probability, 3)}.`,
      [
        [1 - probability, 'That is what all other classes got together.'],
        [10 ** -loss, 'The logarithm is the natural one, to base e.'],
        [Math.max(0, 1 - loss), 'That holds near 0 only: −ln p is no straight line.'],
        [1 / (1 + loss), 'Minus the logarithm is turned around by exp, not by a fraction.'],
      ],
    );
  },
  margin: (_about, _pipeline, random) => {
    const apart = oneOf([1, 2, 3, 4], random);
    const [first, second] = softmax([apart, 0]);
    const ratio = first.probability / second.probability;
    return {
      text: `The logit of one class is larger than that of another by ${apart}. How many times as probable is it?`,
      right: choice(
        two(ratio),
        `It is exp(${apart}) = ${two(ratio)} times as probable: a difference of logits is a ratio of probabilities.`,
      ),
      wrong: [
        choice(two(1 + apart), 'Differences of logits are not added to probabilities: they multiply.'),
        choice(two(2 ** apart), 'The base is e, not 2.'),
        choice(two(10 ** apart), 'The base is e, not 10.'),
        choice(two(apart * Math.E), 'e is raised to the difference, not multiplied by it.'),
      ],
    };
  },
};
