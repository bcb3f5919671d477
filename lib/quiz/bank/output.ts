import { randomInt } from 'd3-random';
import { formatCount, formatNumber, formatPercent } from '@/lib/format/format';
import type { Stage } from '@/lib/pipeline/pipeline';
import { choice, counted } from '../options';
import type { Writers } from '../question';
import { denseOf } from './dense';

/** The last layer: a unit for each class, then softmax. */
export const OUTPUT: Writers<Stage> = {
  together: () => ({
    text: 'The logit of one class rises, all others stay. What happens to the probabilities?',
    right: choice(
      'Its own rises, all others fall',
      'Softmax divides by the sum over all classes, so that the probabilities always add up to 1.',
    ),
    wrong: [
      choice(
        'Its own rises, the others stay',
        'So it would be with a sigmoid for each class. With softmax they would add up to more than 1.',
      ),
      choice('All rise together', 'They share out one whole: what one gains the others lose.'),
      choice(
        'Nothing, until it is the largest',
        'Softmax is smooth: every change of a logit changes every probability.',
      ),
    ],
  }),
  ratio: (_stage, { architecture }, random) => {
    const lead = randomInt.source(random)(2, 5)();
    const [first, second] = architecture.classes;
    return {
      text: `The logit of “${first}” is larger than that of “${second}” by ${lead}. How many times as probable is “${first}” then?`,
      right: choice(
        `${formatNumber(Math.exp(lead), 1)} times`,
        `The ratio of two probabilities is e to the power of the difference of their logits: e × e${' × e'.repeat(lead - 2)}.`,
      ),
      wrong: [
        choice(
          `${lead} times`,
          'That is the difference of the logits. Softmax raises e to their powers first.',
        ),
        choice(`${10 ** lead} times`, 'That takes powers of 10. Softmax takes powers of e, about 2.7.'),
        choice(
          'That depends on the other logits',
          'Both are divided by the same sum over all classes, so it falls out of their ratio.',
        ),
      ],
    };
  },
  units: (stage, { architecture }) => {
    const [units, classes] = [denseOf(stage).units, architecture.classes.length];
    return {
      text: `Why does ${stage.id} have exactly ${counted(units, 'unit')}?`,
      right: choice(
        `There are ${counted(classes, 'class').replace('classs', 'classes')}, and each unit speaks for one`,
        'Its sum, the logit, says how much speaks for that class. The other layers’ sizes are free.',
      ),
      wrong: [
        choice(
          'It was found by trying what works best',
          'So it is with the sizes in the middle. The last one follows from what is to be told apart.',
        ),
        choice(
          'Each unit looks at another part of the values that come in',
          `Every unit weighs all ${counted(stage.input[0], 'value')}.`,
        ),
        choice(
          'With another number they would not add up to 1',
          'Softmax makes any number of values add up to 1.',
        ),
      ],
    };
  },
  equal: (stage) => {
    const { units } = denseOf(stage);
    return {
      text: `All ${formatCount(units)} logits are 0. What probability does each class get?`,
      right: choice(
        formatPercent(1 / units),
        `Each counts e to the power of 0, which is 1, and so each gets 1 of ${formatCount(units)}.`,
      ),
      wrong: [
        choice(formatPercent(0), 'A logit of 0 is not a probability of 0: e to the power of 0 is 1.'),
        choice(
          formatPercent(0.5),
          'A sigmoid for each class would answer that. Softmax shares out one whole.',
        ),
        choice(formatPercent(1), 'The probabilities of all classes together are 100%.'),
        choice(formatPercent(1 / (units + 1)), 'There is no further class for “none of these”.'),
      ],
    };
  },
  shift: (_stage, _pipeline, random) => {
    const added = randomInt.source(random)(3, 10)();
    return {
      text: `${added} is added to every logit. What happens to the probabilities?`,
      right: choice(
        'Nothing: only differences between logits count',
        'All exponentials grow by the same factor, and the division takes it out again.',
      ),
      wrong: [
        choice('All rise', 'They still have to add up to 1.'),
        choice(
          'The largest rises most',
          'So it is when the logits are multiplied. Adding leaves their differences alone.',
        ),
        choice(
          'They come closer to each other',
          'Only smaller differences between the logits would do that.',
        ),
      ],
    };
  },
  both: (_stage, { architecture }) => {
    const [first, second] = architecture.classes;
    return {
      text: `A picture shows two things, “${first}” and “${second}”. Can this network give both of them ${formatPercent(0.9)}?`,
      right: choice(
        'No: all classes share out 100%',
        'Softmax takes it that exactly one class is right. For several at once one takes a sigmoid for each class.',
      ),
      wrong: [
        choice(
          'Yes, if both logits are large enough',
          'Two equal logits, however large, get at most half each.',
        ),
        choice(
          'Yes, if it was trained on such pictures',
          'No weights can do it. Softmax makes the probabilities add up to 100%.',
        ),
        choice(
          'No: a class never gets more than half',
          'A single class may get nearly everything, and often does.',
        ),
      ],
    };
  },
};
