import { choice } from '../options';
import type { Writers } from '../question';

/** Reading a run, and the thoughts behind it. */
export const TRAINING_CURVES: Writers<null> = {
  overfitting: () => ({
    text: 'The training loss keeps falling, the held-out loss rises. What is going on?',
    right: choice(
      'The network learns its training pictures by heart',
      'What it still gains holds for those pictures only. More pictures help, or stopping earlier.',
    ),
    wrong: [
      choice('The learning rate is too small', 'Then both would fall, only slowly.'),
      choice(
        'The network is too small to learn more',
        'It does learn more, as the training loss shows. It just does not carry over.',
      ),
      choice(
        'The held-out pictures have wrong labels',
        'Then their loss would have been high from the start, not begun to rise.',
      ),
    ],
  }),
  rate: () => ({
    text: 'From the first steps on, the loss jumps up and down and grows. What is worth trying first?',
    right: choice(
      'A smaller learning rate',
      'The steps are so long that each lands beyond the valley, higher up than before.',
    ),
    wrong: [
      choice('A larger learning rate', 'The steps are too long already.'),
      choice('More epochs', 'Going on with steps that are too long makes it worse.'),
      choice('Smaller batches', 'They make the direction of each step noisier still.'),
    ],
  }),
  off: () => ({
    text: 'On one picture a unit’s sum was below 0, and its ReLU answered 0. What gradient do its weights get from this picture?',
    right: choice(
      '0',
      'Change the sum a little and the answer is still 0, so the loss does not notice. Other pictures may move it.',
    ),
    wrong: [
      choice(
        'The same as if it had answered',
        'Below 0 ReLU is flat. Nothing that happens there is felt behind it.',
      ),
      choice('The same with the sign turned', 'Below 0 the slope of ReLU is 0, not −1.'),
      choice(
        'A large one, so that it comes back',
        'Nothing pulls it back. That is how units can die for good.',
      ),
    ],
  }),
  heldOut: () => ({
    text: 'Why is the network tested on pictures that it was not trained on?',
    right: choice(
      'To see what it learned about the classes, not about those pictures',
      'Pictures it has trained on can be known by heart. Only new ones tell whether the learning carries over.',
    ),
    wrong: [
      choice('To make training faster', 'It takes time: after every epoch all of them are tried.'),
      choice('To train on them at the end', 'Then there would be nothing left to test with.'),
      choice(
        'Because they are harder',
        'They should be like what the network will meet later, neither harder nor easier.',
      ),
    ],
  }),
  certain: () => ({
    text: 'In an epoch the loss falls clearly, and the accuracy does not change at all. How can that be?',
    right: choice(
      'The same answers are right, with more certainty',
      'The loss sees every change of a probability. Accuracy only sees which class is largest.',
    ),
    wrong: [
      choice(
        'It cannot: the two always move together',
        'Often they do. But accuracy counts answers, and the loss weighs how sure they were.',
      ),
      choice(
        'Accuracy is reported an epoch late',
        'Both are measured on the same pictures with the same weights.',
      ),
      choice('The network has stopped learning', 'A falling loss is learning. Its weights still move.'),
    ],
  }),
  noise: () => ({
    text: 'Two runs differ only in their seed. One ends a little better on held-out pictures. What may one conclude?',
    right: choice(
      'Hardly anything: chance alone makes such differences',
      'Other first weights and another order of pictures lead elsewhere. Compare several seeds before judging a setting.',
    ),
    wrong: [
      choice(
        'The better seed should be used from now on',
        'It was lucky on these pictures. With other pictures or settings another seed wins.',
      ),
      choice(
        'The worse run has a bug',
        'Both did the same, from another start. A small difference is to be expected.',
      ),
      choice(
        'More epochs would make them equal',
        'They have settled in different places. Going on does not bring them together.',
      ),
    ],
  }),
};
