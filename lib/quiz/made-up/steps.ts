import { formatCount, formatNumber, formatShort } from '@/lib/format/format';
import { optimizerStep } from '@/lib/provenance/optimizer-step';
import { batchesPerEpoch } from '@/lib/run/progress';
import type { Writers } from '../question';
import { factor, forNumber, oneOf, whole } from './maker';

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
      `A weight of ${formatShort(weight)} has the gradient ${formatShort(gradient)}. What is it after a step of plain gradient descent with learning rate ${rate}?`,
      six,
      after,
      `${formatShort(weight)} − ${rate} × ${factor(gradient)} = ${six(after)}.`,
      [
        [weight + rate * gradient, 'That goes uphill: the step is against the gradient.'],
        [weight - gradient, 'That leaves the learning rate out.'],
        [-rate * gradient, 'That is the step itself. It is added to the weight.'],
        [weight * (1 - rate), 'That shrinks the weight, whatever its gradient.'],
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
      `Gradient descent with momentum 0.9 remembers ${formatShort(momentum)} for a weight of ${formatShort(weight)}. Its gradient is ${formatShort(gradient)}, the learning rate ${rate}. What is it after the step?`,
      six,
      after,
      `The momentum becomes 0.9 × ${factor(momentum)} + ${factor(gradient)} = ${formatShort(now)}, and ${formatShort(weight)} − ${rate} × ${factor(now)} = ${six(after)}.`,
      [
        [weight - rate * gradient, 'That is plain gradient descent, without what is remembered.'],
        [weight - rate * (momentum + gradient), 'What is remembered fades first, to nine tenths.'],
        [weight + rate * now, 'That goes uphill.'],
        [weight - rate * 0.9 * momentum, 'That leaves the new gradient out.'],
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
      `Adam takes its very first step, with learning rate ${rate}. A weight of ${formatShort(weight)} has the gradient ${formatShort(gradient)}. What is it after the step?`,
      six,
      after,
      `In the first step both moments are those of this gradient alone, so it is divided by its own size: ${formatShort(weight)} − ${rate} × ${factor(sign)} = ${six(after)}.`,
      [
        [
          weight - rate * gradient,
          'That is plain gradient descent. Adam divides by the gradient’s usual size.',
        ],
        [weight + rate * sign, 'That goes uphill.'],
        [weight - rate * 0.1 * gradient, 'The moments are corrected for having begun at 0.'],
        [weight - rate * 0.1 * sign, 'The first moment is corrected for having begun at 0.'],
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
      `A weight of ${formatShort(weight)} is pulled towards 0 by an L2 penalty of ${strength} times its square. The loss’s gradient to it is 0, the learning rate ${rate}. What is it after a step of gradient descent?`,
      six,
      after,
      `The square’s gradient is 2 × ${strength} × ${factor(weight)} = ${formatShort(2 * strength * weight)}, so ${formatShort(weight)} − ${rate} × ${factor(2 * strength * weight)} = ${six(after)}.`,
      [
        [weight, 'The penalty has a gradient of its own.'],
        [weight - rate * strength * weight, 'The gradient of w² is 2 w: the 2 is missing.'],
        [weight + rate * 2 * strength * weight, 'That pushes it away from 0.'],
        [weight - 2 * strength * weight, 'That leaves the learning rate out.'],
      ],
    );
  },
  epoch: (_about, _pipeline, random) => {
    const [pictures, batch] = [whole(11, 49, random) * 20 + 10, oneOf([16, 32, 64], random)];
    const steps = batchesPerEpoch(pictures, batch);
    const full = Math.floor(pictures / batch);
    return forNumber(
      `There are ${formatCount(pictures)} training pictures, in batches of ${batch}. How many steps is an epoch?`,
      formatCount,
      steps,
      steps === full
        ? `${pictures} ÷ ${batch} = ${steps}.`
        : `${full} × ${batch} = ${full * batch} pictures make whole batches, and the ${pictures - full * batch} left over make one more.`,
      [
        [full, 'That drops the last pictures. They make a smaller batch.'],
        [pictures, 'That is a step for each picture. A step takes a batch.'],
        [batch, 'That is how many pictures a step takes.'],
        [steps + 1, 'One too many: count the batches.'],
        [pictures * batch, 'They are divided, not multiplied.'],
      ],
    );
  },
  steps: (_about, _pipeline, random) => {
    const [batch, epochs] = [oneOf([10, 20, 25, 50], random), oneOf([3, 5, 8, 12], random)];
    const pictures = batch * whole(8, 30, random);
    const all = batchesPerEpoch(pictures, batch) * epochs;
    return forNumber(
      `A run trains for ${epochs} epochs on ${formatCount(pictures)} pictures, in batches of ${batch}. How often do the weights move?`,
      formatCount,
      all,
      `${pictures} ÷ ${batch} × ${epochs} = ${formatCount(all)}: once a batch.`,
      [
        [epochs, 'They move after every batch, not once an epoch.'],
        [pictures * epochs, 'They move once a batch, not once a picture.'],
        [all / epochs, 'That is one epoch.'],
        [batch * epochs, 'A batch’s size says how many pictures a step takes, not how many steps there are.'],
      ],
    );
  },
};
