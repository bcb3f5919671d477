import { formatCount, formatNumber, formatShort } from '@/lib/format/format';
import { REFERENCE_FACTS } from '@/lib/pipeline/reference';
import { choice, type Writer } from '../question';

const BATCH = 64;

export const TRAININGS: Readonly<Record<string, Writer<null>>> = {
  guessing: (_, { architecture }) => {
    const classes = architecture.classes.length;
    return {
      text: `A network gives all ${formatCount(classes)} classes the same probability. What is its loss?`,
      right: choice(
        formatNumber(Math.log(classes), 2),
        `The loss is −ln of the right class’s probability: −ln(1/${formatCount(classes)}) = ln ${formatCount(classes)}. A first loss far from it is worth a look.`,
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
  steps: () => {
    const { images } = REFERENCE_FACTS;
    const steps = Math.ceil(images / BATCH);
    return {
      text: `${formatCount(images)} training pictures in batches of ${BATCH}: how many steps is one epoch?`,
      right: choice(
        formatCount(steps),
        `${formatShort(images / BATCH)} batches: the last one holds what is left, ${formatCount(images - (steps - 1) * BATCH)} pictures, and is a step too.`,
      ),
      wrong: [
        choice(formatCount(steps - 1), 'The pictures left over make one more, smaller batch.'),
        choice(formatCount(images), 'That would be batches of one picture.'),
        choice(formatCount(BATCH), 'That is how many pictures one step sees.'),
        choice(formatCount(images * BATCH), 'Each picture is met once in an epoch.'),
      ],
    };
  },
  overfitting: () => ({
    text: 'The training loss still falls, the held-out loss rises. What is going on?',
    right: choice(
      'The network learns its training pictures by heart',
      'What it still gains holds for those pictures only. More pictures, or stopping earlier, helps.',
    ),
    wrong: [
      choice('The learning rate is too small', 'Then both would fall, slowly.'),
      choice('The network is too small to learn more', 'It does learn more, as the training loss shows.'),
      choice('The held-out pictures were mixed up', 'Then their loss would have been high from the start.'),
    ],
  }),
  rate: () => ({
    text: 'From the first steps on the loss jumps up and down and grows. What to try first?',
    right: choice(
      'A smaller learning rate',
      'Each step goes so far that it lands higher on the other side of the valley.',
    ),
    wrong: [
      choice('A larger learning rate', 'The steps are already too long.'),
      choice('More epochs', 'Going on with steps that are too long makes it worse.'),
      choice('Smaller batches', 'They make each step’s direction noisier.'),
    ],
  }),
  sign: () => {
    const [weight, gradient, rate] = [0.5, 2, 0.1];
    return {
      text: `A weight is ${formatShort(weight)}, its gradient ${gradient}, the learning rate ${formatShort(rate)}. What does a plain gradient step (SGD) make of it?`,
      right: choice(
        formatShort(weight - rate * gradient),
        `${formatShort(weight)} − ${formatShort(rate)} × ${gradient}. The loss grows with the weight, so the weight goes down.`,
      ),
      wrong: [
        choice(
          formatShort(weight + rate * gradient),
          'That climbs the loss: the step goes against the gradient.',
        ),
        choice(formatShort(weight - gradient), 'The learning rate is missing.'),
        choice(
          formatShort(weight * (1 - rate)),
          'That shrinks the weight whatever the gradient: weight decay.',
        ),
      ],
    };
  },
  off: () => ({
    text: 'A unit’s sum was below 0 and its ReLU answered 0. Which gradient do its weights get from this picture?',
    right: choice(
      '0',
      'A small change of the sum leaves the answer at 0, so the loss does not notice. Other pictures may move it.',
    ),
    wrong: [
      choice(
        'The same as if it had answered',
        'Below 0 the ReLU is flat: nothing that happens there is seen behind it.',
      ),
      choice('The negative of it', 'The ReLU has slope 0 there, not −1.'),
      choice('As large as its sum', 'How far below 0 it lies makes no difference.'),
    ],
  }),
  heldOut: () => ({
    text: 'Why are some pictures kept out of training?',
    right: choice(
      'To see how the network does on pictures that it can’t know by heart',
      'Its score on training pictures says how well it learned them, not what it learned about the classes.',
    ),
    wrong: [
      choice('To save time', 'They cost time: after each epoch all of them are tried.'),
      choice('To train on them at the end', 'Then nothing would be left to test with.'),
      choice('Because they are harder', 'They should be like what will come later, not harder.'),
    ],
  }),
};
