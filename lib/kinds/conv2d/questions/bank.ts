import { randomInt } from 'd3-random';
import { formatCount, formatShape, formatShort } from '@/lib/format/format';
import { cellsOf, formatSides, sidesOf } from '@/lib/kinds/parts/sides';
import { biased } from '@/lib/kinds/parts/weights';
import { rulesOf } from '@/lib/kinds/registry';
import type { Conv2dLayer } from '@/lib/kinds/types';
import type { Stage } from '@/lib/network/pipeline';
import { choice, shapeChoice } from '@/lib/questions/options';
import type { AnswerOption, Writers } from '@/lib/questions/question';
import { asMap, size } from '@/lib/tensor/tensor';
import words from '@/words/bank-conv2d';
import { problem } from '../problem';

/** @throws Error when the stage is a different kind of layer. */
export function convolutionOf({ layer }: Stage): Conv2dLayer {
  if (layer.kind !== 'conv2d') throw new Error(`${layer.id} is no convolution`);
  return layer;
}

/** The output shape that the layer would have with a changed setting; nothing if the setting is invalid. */
function otherwise(stage: Stage, change: Partial<Conv2dLayer>, because: string): readonly AnswerOption[] {
  const layer = { ...convolutionOf(stage), ...change };
  if (problem(layer, stage.input)) return [];
  return shapeChoice(rulesOf(layer).outputShape(layer, stage.input), because);
}

/** The shapes that a different padding or stride would give. */
function otherEdges(stage: Stage): readonly AnswerOption[] {
  const { padding } = convolutionOf(stage);
  return [
    ...(padding === 'valid'
      ? otherwise(stage, { padding: 'same' }, words.edgesSame())
      : otherwise(stage, { padding: 'valid' }, words.edgesValid())),
    ...otherwise(stage, { stride: 1 }, words.strideOne()),
  ];
}

export const CONV2D: Writers<Stage> = {
  // About all convolutions of a network, so it is asked with the first.
  purpose: (stage, { stages }) =>
    stages.find(({ layer }) => layer.kind === 'conv2d')?.id === stage.id
      ? {
          text: words.purpose(),
          right: choice(words.purposeDetect(), words.purposeDetectWhy()),
          wrong: [
            choice(words.purposeSmaller(), words.purposeSmallerWhy()),
            choice(words.purposeVector(), words.purposeVectorWhy()),
            choice(words.purposeClasses(), words.purposeClassesWhy()),
          ],
        }
      : null,
  shape: (stage) => {
    const { kernel, stride, padding, filters } = convolutionOf(stage);
    const depth = asMap(stage.input)[2];
    const [rows, columns] = asMap(stage.output);
    return {
      text: words.shape({
        stage: stage.id,
        kernels: filters,
        size: formatSides(kernel),
        input: formatShape(stage.input),
        padding,
        stride,
      }),
      right: choice(formatShape(stage.output), words.shapeWhy({ rows, columns: formatCount(columns) })),
      wrong: [
        ...otherEdges(stage),
        ...shapeChoice([rows, columns, depth], words.shapeDepth()),
        ...shapeChoice([rows - 1, columns - 1, filters], words.shapeFirstPlace()),
        ...shapeChoice([rows, columns, filters * depth], words.shapePerChannel()),
      ],
    };
  },
  terms: (stage) => {
    const { kernel, filters } = convolutionOf(stage);
    const cells = cellsOf(kernel);
    const depth = asMap(stage.input)[2];
    return {
      text: words.terms({ stage: stage.id, size: formatSides(kernel), input: formatShape(stage.input) }),
      right: choice(
        formatCount(cells * depth),
        words.termsWhy({ size: formatSides(kernel), channels: depth }),
      ),
      wrong: [
        choice(formatCount(cells), words.termsOneChannel()),
        choice(formatCount(cells * filters), words.termsKernels({ kernels: formatCount(filters) })),
        choice(formatCount(size(stage.input)), words.termsWhole()),
        choice(formatCount(depth), words.termsOneCell()),
        choice(formatCount(cells * depth + 1), words.termsBias({ biased: biased(stage) })),
      ],
    };
  },
  relu: (stage, _pipeline, random) => {
    if (convolutionOf(stage).activation !== 'relu' || biased(stage) === 'no') return null;
    const tenths = randomInt.source(random);
    const [sum, bias] = [-tenths(5, 10)() / 10, tenths(1, 5)() / 10];
    return {
      text: words.relu({ stage: stage.id, sum: formatShort(sum), bias: formatShort(bias) }),
      right: choice(
        formatShort(0),
        words.reluWhy({ sum: formatShort(sum), bias: formatShort(bias), total: formatShort(sum + bias) }),
      ),
      wrong: [
        choice(formatShort(sum + bias), words.reluBefore()),
        choice(formatShort(-(sum + bias)), words.reluSign()),
        choice(formatShort(bias), words.reluLast()),
        choice(formatShort(sum), words.reluNoBias()),
      ],
    };
  },
  depth: (stage) => {
    const { kernel, filters } = convolutionOf(stage);
    const [tall, wide] = sidesOf(kernel);
    const [height, width, depth] = asMap(stage.input);
    return {
      text: words.depth({ stage: stage.id, input: formatShape(stage.input) }),
      right: choice(formatShape([tall, wide, depth]), words.depthWhy()),
      wrong: [
        choice(formatShape([tall, wide, 1]), words.depthFlat({ channels: depth })),
        choice(formatShape([tall, wide, filters]), words.depthKernels()),
        choice(formatShape([height, width, depth]), words.depthWhole()),
        choice(formatShape([tall, wide, tall]), words.depthCube({ square: tall === wide ? 'yes' : 'no' })),
      ],
    };
  },
};
