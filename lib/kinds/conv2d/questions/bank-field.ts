import { formatCount } from '@/lib/format/format';
import type { Pipeline, Stage } from '@/lib/network/pipeline';
import { choice, square } from '@/lib/questions/options';
import type { Choice, Writers } from '@/lib/questions/question';
import { asMap } from '@/lib/tensor/tensor';
import words from '@/words/bank-conv2d-field';
import { convolutionOf } from './bank';

const pixels = (side: number): string => words.pixels({ size: square(side) });

/** What comes out if the fields of the stage before and the kernel are put together in a wrong way. */
function misfolded(stage: Stage, pipeline: Pipeline): readonly Choice[] {
  const before = pipeline.stages.find(({ number }) => number === stage.number - 1)?.receptiveField;
  const { kernel } = convolutionOf(stage);
  if (!before || before.size === 1) return [];
  return [
    choice(pixels(kernel), words.kernelOnly({ size: square(kernel) })),
    choice(pixels(before.size + kernel - 1), words.noStride({ apart: formatCount(before.stride) })),
    choice(pixels(before.size * kernel), words.sideBySide()),
    choice(pixels(before.size), words.oneCell()),
  ];
}

/** How much of the picture a value can depend on. */
export const CONV2D_FIELD: Writers<Stage> = {
  field: (stage, pipeline) => {
    const { receptiveField: field } = stage;
    const [height, width] = asMap(pipeline.architecture.input);
    if (!field || field.size >= Math.min(height, width)) return null;
    return {
      text: words.field({ stage: stage.id }),
      right: choice(pixels(field.size), words.fieldWhy({ size: square(convolutionOf(stage).kernel) })),
      wrong: [
        ...misfolded(stage, pipeline),
        choice(words.onePixel(), words.onePixelWhy()),
        choice(pixels(asMap(stage.output)[0]), words.mapSize()),
        choice(pixels(Math.min(height, width)), words.everything()),
      ],
    };
  },
};
