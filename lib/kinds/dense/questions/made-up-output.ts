import { formatNumber, formatPercent, formatShort } from '@/lib/format/format';
import { softmax } from '@/lib/kinds/parts/activation';
import { forNumber, oneOf, several } from '@/lib/questions/maker';
import { choice } from '@/lib/questions/options';
import type { Writers } from '@/lib/questions/question';
import words from '@/words/bank-made-up-output';

const two = (value: number): string => formatNumber(value, 2);
const PROBABILITIES = [0.05, 0.15, 0.3, 0.35, 0.45, 0.6, 0.7, 0.85] as const;

/** Softmax, the loss, and the gradient at the output. */
export const MADE_UP_OUTPUT: Writers<null> = {
  two: (_about, _pipeline, random) => {
    const [low, apart] = [oneOf([-2, -1, 0, 1, 2, 3], random), oneOf([0.5, 1, 1.5, 2], random)];
    const logits = [low + apart, low];
    const [{ probability }] = softmax(logits);
    return forNumber(
      words.two({
        first: formatShort(logits[0]),
        second: formatShort(logits[1]),
        apart: formatShort(apart),
        power: two(Math.exp(-apart)),
      }),
      formatPercent,
      probability,
      words.twoWhy({ apart: formatShort(apart), probability: formatNumber(probability, 3) }),
      [
        [1 - probability, words.twoOther()],
        [logits[0] / (Math.abs(logits[0]) + Math.abs(logits[1])), words.twoPlain()],
        [0.5, words.twoEqual()],
        [1, words.twoAll()],
        [1 - Math.exp(-apart) / 3, words.twoFixed()],
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
      words.three({ values: order.join(', ') }),
      formatPercent,
      probability,
      words.threeWhy({ first: order[0], sum: order.join(' + '), probability: formatNumber(probability, 3) }),
      [
        [order[0] / Math.max(...order), words.threeLargest()],
        [Math.exp(order[0]) / order.reduce((all, one) => all + Math.exp(one), 0), words.threeTwice()],
        [1 / 3, words.threeEqual()],
        [1 - order[0] / sum, words.threeRest()],
        [order[1] / sum, words.threeSecond()],
      ],
    );
  },
  shift: (_about, _pipeline, random) => {
    const [added, probability] = [oneOf([-5, -2, 1, 3, 10], random), oneOf(PROBABILITIES, random)];
    const logits = [Math.log(probability), Math.log(1 - probability)];
    const [moved] = softmax(logits.map((logit) => logit + added));
    return forNumber(
      words.shift({ probability: formatPercent(probability), added: formatShort(added) }),
      formatPercent,
      moved.probability,
      words.shiftWhy(),
      [
        [softmax([logits[0] + added, logits[1]])[0].probability, words.shiftOwn()],
        [softmax([logits[0], logits[1] + added])[0].probability, words.shiftOthers()],
        [0.5, words.shiftEqual()],
        [probability / 2, words.shiftLess()],
      ],
    );
  },
  gradient: (_about, _pipeline, random) => {
    const first = oneOf(PROBABILITIES, random);
    const [{ probability }] = softmax([Math.log(first), Math.log(1 - first)]);
    const right = random() < 0.5;
    const gradient = probability - (right ? 1 : 0);
    return forNumber(
      words.gradient({ probability: two(probability), is: right ? 'right' : 'wrong' }),
      two,
      gradient,
      words.gradientWhy({ probability: two(probability), target: right ? 1 : 0, gradient: two(gradient) }),
      [
        [-gradient, words.gradientSign()],
        [probability - (right ? 0 : 1), words.gradientOther({ is: right ? 'right' : 'wrong' })],
        [-Math.log(probability), words.gradientLoss()],
        [probability * (1 - probability), words.gradientProbability()],
      ],
    );
  },
  fromLoss: (_about, _pipeline, random) => {
    // ln 2, ln 4, ln 5 and ln 10 to two decimals: the probabilities are a half, a quarter, a fifth and a tenth.
    const loss = oneOf([0.69, 1.39, 1.61, 2.3], random);
    const [{ probability }] = softmax([-loss, Math.log(1 - Math.exp(-loss))]);
    return forNumber(
      words.fromLoss({ loss: formatShort(loss) }),
      formatPercent,
      probability,
      words.fromLossWhy({ loss: formatShort(loss), probability: formatNumber(probability, 3) }),
      [
        [1 - probability, words.fromLossRest()],
        [10 ** -loss, words.fromLossTen()],
        [Math.max(0, 1 - loss), words.fromLossLine()],
        [1 / (1 + loss), words.fromLossFraction()],
      ],
    );
  },
  margin: (_about, _pipeline, random) => {
    const apart = oneOf([1, 2, 3], random);
    const [first, second] = softmax([apart, 0]);
    const ratio = first.probability / second.probability;
    return {
      text: words.margin({ apart }),
      right: choice(two(ratio), words.marginWhy({ apart, ratio: two(ratio) })),
      wrong: [
        choice(two(1 + apart), words.marginSum()),
        choice(two(2 ** apart), words.marginTwo()),
        choice(two(10 ** apart), words.marginTen()),
        choice(two(apart * Math.E), words.marginTimes()),
      ],
    };
  },
};
