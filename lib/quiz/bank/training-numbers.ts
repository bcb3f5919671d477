import { randomInt } from 'd3-random';
import { formatCount, formatNumber, formatShort } from '@/lib/format/format';
import { choice } from '@/lib/questions/options';
import type { Random, Writers } from '@/lib/questions/question';
import words from '@/words/bank-training-numbers';

const oneOf = <T>(list: readonly T[], random: Random): T => list[randomInt.source(random)(list.length)()];

/** A negative number in brackets, so that it can follow an operator. */
const factor = (value: number): string => (value < 0 ? `(${formatShort(value)})` : formatShort(value));

/** Loss, steps and the update of a weight, calculated by hand. */
export const TRAINING_NUMBERS: Writers<null> = {
  guessing: (_, { architecture }) => {
    const classes = architecture.classes.length;
    return {
      text: words.guessing({ classes: formatCount(classes) }),
      right: choice(formatNumber(Math.log(classes), 2), words.guessingWhy({ classes: formatCount(classes) })),
      wrong: [
        choice(formatNumber(0), words.guessingCertain()),
        choice(formatNumber(1 - 1 / classes, 2), words.guessingWrong()),
        choice(formatNumber(1 / classes, 2), words.guessingProbability()),
        choice(formatShort(classes), words.guessingClasses()),
      ],
    };
  },
  cost: (_about, _pipeline, random) => {
    const probability = oneOf([0.1, 0.2, 0.25, 0.4], random);
    return {
      text: words.cost({ probability: formatShort(probability) }),
      right: choice(
        formatNumber(-Math.log(probability), 2),
        words.costWhy({ probability: formatShort(probability) }),
      ),
      wrong: [
        choice(formatNumber(1 - probability, 2), words.costRest()),
        choice(formatNumber(-Math.log10(probability), 2), words.costTen()),
        choice(words.costWrong(), words.costWrongWhy()),
      ],
    };
  },
  steps: (_about, { images }, random) => {
    const batch = oneOf([48, 64, 96, 128], random);
    const steps = Math.ceil(images / batch);
    return {
      text: words.steps({ images: formatCount(images), batch }),
      right: choice(formatCount(steps), words.stepsWhy({ rest: formatCount(images - (steps - 1) * batch) })),
      wrong: [
        choice(formatCount(Math.floor(images / batch)), words.stepsDropped()),
        choice(formatCount(images), words.stepsSingle()),
        choice(formatCount(batch), words.stepsBatch()),
        choice('1', words.stepsOne()),
      ],
    };
  },
  sign: (_about, _pipeline, random) => {
    const weight = randomInt.source(random)(3, 10)() / 10;
    const [gradient, rate] = [oneOf([2, 3, -2, -3], random), 0.1];
    return {
      text: words.sign({
        weight: formatShort(weight),
        gradient: formatShort(gradient),
        rate: formatShort(rate),
      }),
      right: choice(
        formatShort(weight - rate * gradient),
        words.signWhy({
          weight: formatShort(weight),
          rate: formatShort(rate),
          gradient: factor(gradient),
          loss: gradient > 0 ? 'rising' : 'falling',
        }),
      ),
      wrong: [
        choice(formatShort(weight + rate * gradient), words.signClimbs()),
        choice(formatShort(weight - gradient), words.signNoRate()),
        choice(formatShort(weight * (1 - rate)), words.signDecay()),
        choice(formatShort(weight - rate), words.signNoGradient()),
      ],
    };
  },
};
