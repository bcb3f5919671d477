import { formatCount } from '@/lib/format/format';
import type { Pipeline, Stage } from '@/lib/pipeline/pipeline';
import { asMap } from '@/lib/tensor/tensor';
import { choice, square } from '../options';
import type { Writers } from '../question';

const most = (pipeline: Pipeline, of: (stage: Stage) => number): Stage =>
  pipeline.stages.reduce((best, stage) => (of(stage) > of(best) ? stage : best));

/** Which stages do the work, and how far they see. */
export const PREDICTION_REACH: Writers<null> = {
  work: (_, pipeline) => {
    const busiest = most(pipeline, ({ multiplyAdds }) => multiplyAdds);
    const heaviest = most(pipeline, ({ parameters }) => parameters);
    const others = pipeline.stages.filter(({ id }) => id !== busiest.id && id !== heaviest.id);
    if (others.some(({ multiplyAdds }) => multiplyAdds === busiest.multiplyAdds)) return null;
    if (heaviest.id !== busiest.id && heaviest.multiplyAdds === busiest.multiplyAdds) return null;
    return {
      text: 'Which stage does most of the multiplications of a prediction?',
      right: choice(
        busiest.id,
        `${formatCount(busiest.multiplyAdds)} of ${formatCount(pipeline.multiplyAdds)}.`,
      ),
      wrong: [
        choice(
          heaviest.id,
          `It has most of the parameters, but uses each weight only once a picture: ${formatCount(heaviest.multiplyAdds)} multiplications.`,
        ),
        ...others
          .toSorted((a, b) => b.multiplyAdds - a.multiplyAdds)
          .map(({ id, multiplyAdds }) =>
            choice(
              id,
              multiplyAdds > 0
                ? `It does ${formatCount(multiplyAdds)} of ${formatCount(pipeline.multiplyAdds)}.`
                : 'It has no weights, so there is nothing to multiply with.',
            ),
          ),
      ],
    };
  },
  corners: (_, pipeline) => {
    const [height, width] = asMap(pipeline.architecture.input);
    const seesAll = ({ receptiveField: field }: Stage) => !field || field.size >= Math.min(height, width);
    const first = pipeline.stages.find(seesAll);
    if (!first || first.receptiveField) return null;
    const before = pipeline.stages.filter(({ number }) => number < first.number);
    return {
      text: 'In which stage can a value for the first time depend on opposite corners of the picture?',
      right: choice(
        first.id,
        'Each of its units is connected to all values, wherever in the picture they come from.',
      ),
      wrong: [
        ...before
          .toReversed()
          .map(({ id, layer, receptiveField }) =>
            choice(
              id,
              layer.kind === 'flatten'
                ? 'It puts all values into one row, but each value still sees no more than before.'
                : `One of its values sees ${square(receptiveField?.size ?? 1)} of the ${square(height)} pixels.`.replace(
                    square(height),
                    `${height} × ${width}`,
                  ),
            ),
          ),
      ],
    };
  },
  growth: (_, { stages }) => {
    const convolutions = stages.filter(({ layer }) => layer.kind === 'conv2d');
    const [early, late] = [convolutions.at(0), convolutions.at(-1)];
    if (!early?.receptiveField || !late?.receptiveField || early === late) return null;
    return {
      text: `How do the patterns that ${late.id} answers to differ from those of ${early.id}?`,
      right: choice(
        `They are larger, and put together from what ${early.id} found`,
        `One value sees ${square(late.receptiveField.size)} pixels instead of ${square(early.receptiveField.size)}, and it reads maps, not colours.`,
      ),
      wrong: [
        choice(
          'They are smaller: later layers look at finer detail',
          `It is the other way round: ${square(late.receptiveField.size)} pixels against ${square(early.receptiveField.size)}.`,
        ),
        choice(
          'They are the same, only sharper',
          `Its kernels never see the picture. They combine the maps made before them.`,
        ),
        choice(
          'Each map stands for one of the classes',
          'Maps find parts. Only the last layer has one unit for each class.',
        ),
      ],
    };
  },
};
