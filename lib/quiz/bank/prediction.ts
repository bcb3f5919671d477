import { formatCount } from '@/lib/format/format';
import type { Pipeline, Stage } from '@/lib/pipeline/pipeline';
import { choice, type Writer } from '../question';

const most = (pipeline: Pipeline, of: (stage: Stage) => number): Stage =>
  pipeline.stages.reduce((best, stage) => (of(stage) > of(best) ? stage : best));

export const PREDICTIONS: Readonly<Record<string, Writer<null>>> = {
  work: (_, pipeline) => {
    const busiest = most(pipeline, ({ multiplyAdds }) => multiplyAdds);
    const heaviest = most(pipeline, ({ parameters }) => parameters);
    const others = pipeline.stages.filter(({ id }) => id !== busiest.id && id !== heaviest.id);
    return {
      text: 'Which stage does most of the multiplications of a prediction?',
      right: choice(
        busiest.id,
        `${formatCount(busiest.multiplyAdds)} of ${formatCount(pipeline.multiplyAdds)}.`,
      ),
      wrong: [
        choice(
          heaviest.id,
          `It has most of the weights, but uses each only once a picture: ${formatCount(heaviest.multiplyAdds)} multiplications.`,
        ),
        ...others
          .toSorted((a, b) => b.multiplyAdds - a.multiplyAdds)
          .map(({ id, multiplyAdds }) =>
            choice(
              id,
              multiplyAdds > 0
                ? `It does ${formatCount(multiplyAdds)} of them.`
                : 'It multiplies no weight with anything.',
            ),
          ),
      ],
    };
  },
  weights: (_, pipeline) => ({
    text: 'What happens to the weights while the network answers for a picture?',
    right: choice(
      'They stay as they are',
      `All ${formatCount(pipeline.parameters)} are only read. They move in training alone.`,
    ),
    wrong: [
      choice(
        'They adapt to the picture',
        'The values in the maps do. The weights are the same for every picture.',
      ),
      choice(
        'They move a little toward the answer',
        'That is a training step, which needs the right answer to begin with.',
      ),
      choice('Those that are not needed become 0', 'What a ReLU makes 0 are values of a map, not weights.'),
    ],
  }),
  unknown: (_, { architecture }) => ({
    text: `The picture shows none of the ${formatCount(architecture.classes.length)} classes. What does the network answer?`,
    right: choice(
      'One of its classes all the same, sometimes with a high probability',
      'It shares out one whole among the classes it knows. It has no way to say “none of these”.',
    ),
    wrong: [
      choice(
        'All classes with the same probability',
        'That takes equal logits, which hardly any picture gives.',
      ),
      choice('Nothing: the sum of its probabilities is near 0', 'The softmax always adds up to 1.'),
      choice('An error', 'Any numbers of the right shape go through all layers.'),
    ],
  }),
  dead: () => ({
    text: 'A map of a convolution is 0 everywhere for this picture. What does that mean?',
    right: choice(
      'Nowhere did its sums come out above 0, here',
      'The ReLU cut all of them off. On another picture the same kernel may fire.',
    ),
    wrong: [
      choice(
        'Its weights are all 0',
        'Then it would be so for every picture, and its bias alone would decide.',
      ),
      choice(
        'Its kernel is broken and should be taken out',
        'One picture does not tell. It may look for another pattern.',
      ),
      choice(
        'The picture is black',
        'Then all maps of the first convolution would show the same: their bias.',
      ),
    ],
  }),
  depth: () => ({
    text: 'What do the maps of later convolutions answer to?',
    right: choice(
      'Larger patterns, put together from those that earlier maps found',
      'They read maps of edges and colours, and see more of the picture through them.',
    ),
    wrong: [
      choice(
        'Smaller details than the earlier ones',
        'Each of their values depends on a larger part of the picture.',
      ),
      choice(
        'The same edges, only sharper',
        'They never see the picture, only what the maps before them found.',
      ),
      choice(
        'One whole object for each map',
        'Their fields are smaller than most objects. The dense layer joins them.',
      ),
    ],
  }),
};
