import { formatCount, formatShape } from '@/lib/format/format';
import { formatSides, sidesOf } from '@/lib/kinds/parts/sides';
import { along } from '@/lib/kinds/parts/sliding';
import { rulesOf } from '@/lib/kinds/registry';
import type { Axis, MaxPoolLayer } from '@/lib/kinds/types';
import type { Stage } from '@/lib/network/pipeline';
import { choice, shapeChoice } from '@/lib/questions/options';
import type { AnswerOption, Writers } from '@/lib/questions/question';
import { asMap } from '@/lib/tensor/tensor';
import words from '@/words/bank-max-pool';
import { problem } from '../problem';

/** @throws Error when the stage is a different kind of layer. */
export function poolingOf({ layer }: Stage): MaxPoolLayer {
  if (layer.kind !== 'maxPool') throw new Error(`${layer.id} pools nothing`);
  return layer;
}

/** The output shape that the layer would have with a changed setting; nothing if the setting is invalid. */
function otherwise(stage: Stage, change: Partial<MaxPoolLayer>, because: string): readonly AnswerOption[] {
  const layer = { ...poolingOf(stage), ...change };
  if (problem(layer, stage.input)) return [];
  return shapeChoice(rulesOf(layer).outputShape(layer, stage.input), because);
}

/** How many cells of an axis the windows cover without padding. */
const reached = (windows: number, layer: MaxPoolLayer, axis: Axis): number =>
  (windows - 1) * layer.stride + along(layer, axis).size;

/** What pooling does to the shape, and what it costs. */
export const MAX_POOL: Writers<Stage> = {
  moved: (stage, _pipeline, random) => {
    const apart = stage.receptiveField?.stride;
    const { stride } = poolingOf(stage);
    if (apart === undefined || stride === 1) return null;
    const places = 2 + Math.floor(random() * 3);
    const pixels = places * apart;
    return {
      text: words.moved({ stage: stage.id, pixels }),
      right: choice(formatCount(places), words.movedWhy({ pixels, apart, places })),
      wrong: [
        choice(formatCount(places * stride), words.movedBefore()),
        choice(formatCount(pixels), words.movedPixels({ apart })),
        choice('0', words.movedNone()),
        choice('1', words.movedOne({ apart })),
      ],
    };
  },
  edge: (stage) => {
    const layer = poolingOf(stage);
    const [height, width] = asMap(stage.input);
    const [rows, columns] = asMap(stage.output);
    const leftOver = height > reached(rows, layer, 'height') && width > reached(columns, layer, 'width');
    if (layer.padding !== 'valid' || !leftOver) return null;
    return {
      text: words.edge({
        stage: stage.id,
        size: formatSides(layer.size),
        stride: layer.stride,
        maps: formatShape([height, width]),
      }),
      right: choice(
        words.edgeRight(),
        words.edgeWhy({ windows: rows, reached: formatCount(reached(rows, layer, 'height')), rows: height }),
      ),
      wrong: [
        choice(words.edgeSmaller(), words.edgeSmallerWhy()),
        choice(words.edgeOver(), words.edgeOverWhy()),
        choice(words.edgeUnpooled(), words.edgeUnpooledWhy()),
      ],
    };
  },
  shape: (stage) => {
    const layer = poolingOf(stage);
    const [rows, columns, channels] = asMap(stage.output);
    return {
      text: words.shape({
        stage: stage.id,
        input: formatShape(stage.input),
        size: formatSides(layer.size),
        stride: layer.stride,
        padding: layer.padding,
      }),
      right: choice(formatShape(stage.output), words.shapeWhy({ rows, columns: formatCount(columns) })),
      wrong: [
        ...shapeChoice(
          [rows, columns, Math.floor(channels / sidesOf(layer.size)[0])],
          words.shapeFewerMaps(),
        ),
        ...(layer.padding === 'valid'
          ? otherwise(stage, { padding: 'same' }, words.shapeSame())
          : otherwise(stage, { padding: 'valid' }, words.shapeValid())),
        ...otherwise(stage, { stride: 1 }, words.shapeStrideOne({ stride: layer.stride })),
        ...shapeChoice([rows, columns, 1], words.shapeMixed()),
        ...shapeChoice(asMap(stage.input), words.shapeUnchanged()),
      ],
    };
  },
};
