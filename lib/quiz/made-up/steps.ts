import { formatCount, formatNumber, formatShort } from '@/lib/format/format';
import { optimizerStep } from '@/lib/provenance/optimizer-step';
import { factor, forNumber, oneOf, whole } from '@/lib/questions/maker';
import type { Writers } from '@/lib/questions/question';
import { batchesPerEpoch } from '@/lib/run/progress';
import words from '@/words/bank-made-up-steps';

const six = (value: number): string => formatNumber(value, 4);
const GRADIENTS = [-2, -1.5, -0.5, 0.5, 1.5, 2] as const;

/** How weights move, and how many steps there are. */
export const MADE_UP_STEPS: Writers<null> = {
  sgd: (_about, _pipeline, random) => {
    const [weight, gradient, rate] = [
      oneOf([0.2, 0.3, 0.5, -0.3, -0.5], random),
      oneOf(GRADIENTS, random),
      oneOf([0.01, 0.02, 0.1], random),
    ];
    const { after } = optimizerStep('sgd', { weight, gradient, rate, remembered: {}, steps: 0, pull: 0 });
    return forNumber(
      words.sgd({ weight: formatShort(weight), gradient: formatShort(gradient), rate: formatShort(rate) }),
      six,
      after,
      words.sgdWhy({
        weight: formatShort(weight),
        rate: formatShort(rate),
        gradient: factor(gradient),
        after: six(after),
      }),
      [
        [weight + rate * gradient, words.sgdUphill()],
        [weight - gradient, words.noRate()],
        [-rate * gradient, words.sgdStep()],
        [weight * (1 - rate), words.sgdShrunk()],
      ],
    );
  },
  momentum: (_about, _pipeline, random) => {
    const [momentum, gradient, rate] = [
      oneOf([-1, 1, 2, -2], random),
      oneOf(GRADIENTS, random),
      oneOf([0.01, 0.1], random),
    ];
    const weight = oneOf([0.2, 0.5, -0.3], random);
    const { after } = optimizerStep('momentum', {
      weight,
      gradient,
      rate,
      remembered: { momentum },
      steps: 3,
      pull: 0,
    });
    const now = 0.9 * momentum + gradient;
    return forNumber(
      words.momentum({
        momentum: formatShort(momentum),
        weight: formatShort(weight),
        gradient: formatShort(gradient),
        rate: formatShort(rate),
      }),
      six,
      after,
      words.momentumWhy({
        momentum: factor(momentum),
        gradient: factor(gradient),
        now: formatShort(now),
        weight: formatShort(weight),
        rate: formatShort(rate),
        pace: factor(now),
        after: six(after),
      }),
      [
        [weight - rate * gradient, words.momentumPlain()],
        [weight - rate * (momentum + gradient), words.momentumFades()],
        [weight + rate * now, words.uphill()],
        [weight - rate * 0.9 * momentum, words.momentumOld()],
      ],
    );
  },
  adam: (_about, _pipeline, random) => {
    const [weight, gradient, rate] = [
      oneOf([0.2, 0.5, -0.3], random),
      oneOf([-20, -3, -0.2, 0.2, 3, 20], random),
      oneOf([0.001, 0.01], random),
    ];
    const { after } = optimizerStep('adam', { weight, gradient, rate, remembered: {}, steps: 0, pull: 0 });
    const sign = Math.sign(gradient);
    return forNumber(
      words.adam({ rate: formatShort(rate), weight: formatShort(weight), gradient: formatShort(gradient) }),
      six,
      after,
      words.adamWhy({
        weight: formatShort(weight),
        rate: formatShort(rate),
        sign: factor(sign),
        after: six(after),
      }),
      [
        [weight - rate * gradient, words.adamPlain()],
        [weight + rate * sign, words.uphill()],
        [weight - rate * 0.1 * gradient, words.adamMoments()],
        [weight - rate * 0.1 * sign, words.adamFirst()],
      ],
    );
  },
  decay: (_about, _pipeline, random) => {
    const [weight, rate, strength] = [oneOf([2, 4, -2, -4], random), 0.1, oneOf([0.05, 0.1, 0.25], random)];
    const { after } = optimizerStep('sgd', {
      weight,
      gradient: 0,
      rate,
      remembered: {},
      steps: 0,
      pull: 2 * strength,
    });
    return forNumber(
      words.decay({ weight: formatShort(weight), strength: formatShort(strength), rate: formatShort(rate) }),
      six,
      after,
      words.decayWhy({
        strength: formatShort(strength),
        factor: factor(weight),
        gradient: formatShort(2 * strength * weight),
        weight: formatShort(weight),
        rate: formatShort(rate),
        pull: factor(2 * strength * weight),
        after: six(after),
      }),
      [
        [weight, words.decayOwn()],
        [weight - rate * strength * weight, words.decayTwo()],
        [weight + rate * 2 * strength * weight, words.decayAway()],
        [weight - 2 * strength * weight, words.noRate()],
      ],
    );
  },
  epoch: (_about, _pipeline, random) => {
    const [images, batch] = [whole(11, 49, random) * 20 + 10, oneOf([16, 32, 64], random)];
    const steps = batchesPerEpoch(images, batch);
    const full = Math.floor(images / batch);
    return forNumber(
      words.epoch({ images: formatCount(images), batch }),
      formatCount,
      steps,
      steps === full
        ? words.epochEven({ images, batch, steps })
        : words.epochRest({ full, batch, whole: full * batch, rest: images - full * batch }),
      [
        [full, words.epochDropped()],
        [images, words.epochImages()],
        [batch, words.epochBatch()],
        [steps + 1, words.epochMore()],
        [images * batch, words.epochTimes()],
      ],
    );
  },
  steps: (_about, _pipeline, random) => {
    const [batch, epochs] = [oneOf([10, 20, 25, 50], random), oneOf([3, 5, 8, 12], random)];
    const images = batch * whole(8, 30, random);
    const all = batchesPerEpoch(images, batch) * epochs;
    return forNumber(
      words.steps({ epochs, images: formatCount(images), batch }),
      formatCount,
      all,
      words.stepsWhy({ images, batch, epochs, steps: formatCount(all) }),
      [
        [epochs, words.stepsEpochs()],
        [images * epochs, words.stepsImages()],
        [all / epochs, words.stepsOne()],
        [batch * epochs, words.stepsBatch()],
      ],
    );
  },
};
