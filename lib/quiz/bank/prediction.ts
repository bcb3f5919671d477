import { formatCount, formatPercent } from '@/lib/format/format';
import { choice } from '../options';
import type { Writers } from '../question';

/** What a prediction is, and what it is not. */
export const PREDICTIONS: Writers<null> = {
  sure: (_, { architecture }) => {
    const [first] = architecture.classes;
    const nine = formatPercent(0.9);
    return {
      text: `The network answers “${first}” with ${nine}. What does that say?`,
      right: choice(
        'Of the classes it knows, it finds this one by far the likeliest',
        'It is the network’s own estimate. Whether such answers are right that often has to be measured on pictures it never saw.',
      ),
      wrong: [
        choice(
          `Of such answers, ${nine} are right`,
          'That would be so if the network judged itself truly. Many are surer than they are right.',
        ),
        choice(
          `${nine} of the picture’s pixels belong to it`,
          'The network does not sort pixels. It gives one answer for the picture as a whole.',
        ),
        choice(
          `The network is right about ${nine} of all pictures`,
          'That is accuracy, counted over many pictures. This number is about a single one.',
        ),
      ],
    };
  },
  unknown: (_, { architecture }) => ({
    text: `A picture shows none of the ${formatCount(architecture.classes.length)} classes. What does the network answer?`,
    right: choice(
      'One of its classes all the same, perhaps with a high probability',
      'It shares out 100% among the classes it knows. It cannot say “none of these”.',
    ),
    wrong: [
      choice(
        'The same probability for every class',
        'That takes equal logits, which hardly any picture gives.',
      ),
      choice(
        'Probabilities near 0 for all of them',
        'Softmax makes them add up to 1, whatever the picture shows.',
      ),
      choice('An error message', 'Any numbers of the right shape go through all layers.'),
    ],
  }),
  parameters: (_, pipeline) => ({
    text: 'What happens to the weights while the network answers for a picture?',
    right: choice(
      'They stay as they are',
      `All ${formatCount(pipeline.parameters)} parameters are only read. They move in training alone.`,
    ),
    wrong: [
      choice(
        'They adapt to the picture',
        'The values in the maps do. The weights are the same for every picture.',
      ),
      choice(
        'They move a little toward the answer',
        'That is a training step, and it needs to be told the right answer first.',
      ),
      choice('Those that are not needed become 0', 'What ReLU makes 0 are values in the maps, not weights.'),
    ],
  }),
  dead: (_, { stages }) => {
    const silent = stages.find(({ layer }) => layer.kind === 'conv2d' && layer.activation === 'relu');
    if (!silent) return null;
    return {
      text: `A map of ${silent.id} is 0 everywhere on one picture. What follows?`,
      right: choice(
        'Its pattern was found nowhere on this picture',
        'ReLU cut off every sum, as none was above 0. On another picture the same kernel may fire.',
      ),
      wrong: [
        choice(
          'All weights of its kernel are 0',
          'Weights of any kind can give sums below 0. One picture does not tell.',
        ),
        choice(
          'Its kernel will never fire again',
          'It may be so, but only a look at many pictures can tell.',
        ),
        choice(
          'The picture is black',
          'On a black picture each map shows its own bias, and not all biases are below 0.',
        ),
      ],
    };
  },
};
