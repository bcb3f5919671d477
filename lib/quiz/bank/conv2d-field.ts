import { formatCount } from '@/lib/format/format';
import type { Pipeline, Stage } from '@/lib/pipeline/pipeline';
import { asMap } from '@/lib/tensor/tensor';
import { choice, square } from '../options';
import type { Choice, Writers } from '../question';
import { convolutionOf } from './conv2d';

const pixels = (side: number): string => `${square(side)} pixels`;

/** What comes out if the fields of the stage before and the kernel are put together in a wrong way. */
function misfolded(stage: Stage, pipeline: Pipeline): readonly Choice[] {
  const before = pipeline.stages.find(({ number }) => number === stage.number - 1)?.receptiveField;
  const { kernel } = convolutionOf(stage);
  if (!before || before.size === 1) return [];
  return [
    choice(
      pixels(kernel),
      `It looks at ${square(kernel)} cells of the stage before, and each of those already sees more than a pixel.`,
    ),
    choice(
      pixels(before.size + kernel - 1),
      `That forgets that the cells before lie ${formatCount(before.stride)} pixels apart, because of the pooling.`,
    ),
    choice(pixels(before.size * kernel), 'That puts the fields side by side. Those of neighbours overlap.'),
    choice(pixels(before.size), 'That is what one cell of its input sees. It looks at several of them.'),
  ];
}

/** How much of the picture a value can depend on. */
export const CONV2D_FIELD: Writers<Stage> = {
  field: (stage, pipeline) => {
    const { receptiveField: field } = stage;
    const [height, width] = asMap(pipeline.architecture.input);
    if (!field || field.size >= Math.min(height, width)) return null;
    return {
      text: `How large is the part of the picture that one value of ${stage.id} depends on?`,
      right: choice(
        pixels(field.size),
        `Its kernel covers ${square(convolutionOf(stage).kernel)} cells of the stage before; this is what they see together.`,
      ),
      wrong: [
        ...misfolded(stage, pipeline),
        choice('1 × 1 pixel', 'A kernel sees its window, and every cell in it sees a pixel or more.'),
        choice(
          pixels(asMap(stage.output)[0]),
          'That is the size of its map: how many places it looks from, not how far it sees from each.',
        ),
        choice(
          pixels(Math.min(height, width)),
          'Only a dense unit is connected to everything. A kernel has a window.',
        ),
      ],
    };
  },
};
