import { formatCount } from '@/lib/format/format';
import { formatSides, sidesOf } from '@/lib/kinds/parts/sides';
import type { Sides } from '@/lib/kinds/types';
import { type Pipeline, pixelsSeen, type Stage } from '@/lib/network/pipeline';
import { choice } from '@/lib/questions/options';
import type { AnswerOption, Writers } from '@/lib/questions/question';
import { asMap } from '@/lib/tensor/tensor';
import words from '@/words/bank-conv2d-field';
import { convolutionOf } from './bank';

const pixels = (sides: Sides): string => words.pixels({ size: formatSides(sides) });

/** The results of combining the previous stage's field and the kernel incorrectly. */
function misfolded(stage: Stage, pipeline: Pipeline): readonly AnswerOption[] {
  const before = pipeline.stages.find(({ number }) => number === stage.number - 1)?.receptiveField;
  const { kernel } = convolutionOf(stage);
  if (!before || before.height * before.width === 1) return [];
  const { height, width, stride } = before;
  const [tall, wide] = sidesOf(kernel);
  return [
    choice(pixels(kernel), words.kernelOnly({ size: formatSides(kernel) })),
    choice(pixels([height + tall - 1, width + wide - 1]), words.noStride({ apart: formatCount(stride) })),
    choice(pixels([height * tall, width * wide]), words.sideBySide()),
    choice(pixels([height, width]), words.oneCell()),
  ];
}

/** How much of the image a value can depend on. */
export const CONV2D_FIELD: Writers<Stage> = {
  field: (stage, pipeline) => {
    const { receptiveField: field } = stage;
    const [height, width] = asMap(pipeline.architecture.input);
    const [rows, columns] = asMap(stage.output);
    if (!field || field.height >= height || field.width >= width) return null;
    // Where padding cuts the field at every place, its size is none that any value depends on.
    const [high, wide] = pixelsSeen(pipeline, stage) ?? [0, 0];
    if (high !== field.height || wide !== field.width) return null;
    return {
      text: words.field({ stage: stage.id }),
      right: choice(
        pixels([field.height, field.width]),
        words.fieldWhy({ size: formatSides(convolutionOf(stage).kernel) }),
      ),
      wrong: [
        ...misfolded(stage, pipeline),
        choice(words.onePixel(), words.onePixelWhy()),
        choice(pixels([rows, columns]), words.mapSize()),
        choice(pixels([height, width]), words.everything()),
      ],
    };
  },
};
