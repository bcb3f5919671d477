import { formatCount, formatShape } from '@/lib/format/format';
import { rulesOf } from '@/lib/layers/registry';
import type { MaxPoolLayer } from '@/lib/layers/types';
import type { Stage } from '@/lib/pipeline/pipeline';
import { asMap, size } from '@/lib/tensor/tensor';
import { choice, counted, shapeChoice, square } from '../options';
import type { Choice, Writers } from '../question';

/** @throws Error when the stage is another kind of layer. */
export function poolingOf({ layer }: Stage): MaxPoolLayer {
  if (layer.kind !== 'maxPool') throw new Error(`${layer.id} pools nothing`);
  return layer;
}

/** The shape that the layer would give if something about it were different; none if it could not work then. */
function otherwise(stage: Stage, change: Partial<MaxPoolLayer>, because: string): readonly Choice[] {
  const layer = { ...poolingOf(stage), ...change };
  const rules = rulesOf(layer);
  return rules.problem(layer, stage.input) ? [] : shapeChoice(rules.outputShape(layer, stage.input), because);
}

/** How far along an axis the windows reach, in cells, where nothing is padded. */
const reached = (windows: number, { size: side, stride }: MaxPoolLayer): number =>
  (windows - 1) * stride + side;

/** What pooling does to the shape, and what it costs. */
export const MAX_POOL: Writers<Stage> = {
  parameters: (stage) => {
    const { size: side } = poolingOf(stage);
    const channels = asMap(stage.input)[2];
    return {
      text: `How many parameters does ${stage.id} learn?`,
      right: choice('0', 'It takes the largest value of each window. There is nothing to learn in that.'),
      wrong: [
        choice(
          formatCount(side * side),
          'The window has so many cells, but they have no weights. They are only compared.',
        ),
        choice(
          formatCount((side * side * channels + 1) * channels),
          'A convolution with such a window would have so many. Pooling multiplies nothing.',
        ),
        choice(formatCount(channels), 'A bias for each map would be so many. Pooling adds nothing.'),
        choice(
          formatCount(size(stage.output)),
          'That is how many values come out. None of them needs a weight.',
        ),
      ],
    };
  },
  edge: (stage) => {
    const layer = poolingOf(stage);
    const [height, width] = asMap(stage.input);
    const [rows, columns] = asMap(stage.output);
    const leftOver = height > reached(rows, layer) && width > reached(columns, layer);
    if (layer.padding !== 'valid' || !leftOver) return null;
    return {
      text: `${stage.id} moves a ${square(layer.size)} window by ${layer.stride} over maps of ${formatShape([height, width])}. What becomes of the last row and the last column?`,
      right: choice(
        'No window reaches them: nothing later depends on them',
        `${counted(rows, 'window')} reach over ${formatCount(reached(rows, layer))} of the ${counted(height, 'row')}. Padding “valid” leaves the rest out.`,
      ),
      wrong: [
        choice(
          'A smaller window takes care of them',
          'All windows have the same size. One that does not fit is not used.',
        ),
        choice(
          'A window that reaches over the edge takes care of them',
          'So it is with padding “same”. This layer has “valid”.',
        ),
        choice(
          'They go on as they are, unpooled',
          'Then the maps would have rows of two kinds. Only winners of a window go on.',
        ),
      ],
    };
  },
  shape: (stage) => {
    const layer = poolingOf(stage);
    const [rows, columns, channels] = asMap(stage.output);
    return {
      text: `${stage.id} gets ${formatShape(stage.input)}. Its window is ${square(layer.size)}, its stride ${layer.stride}, its padding “${layer.padding}”. What shape comes out?`,
      right: choice(
        formatShape(stage.output),
        `The window has ${counted(rows, 'place')} down and ${formatCount(columns)} across, and every map is pooled by itself.`,
      ),
      wrong: [
        ...shapeChoice(
          [rows, columns, Math.floor(channels / layer.size)],
          'The number of maps stays: each map is pooled by itself.',
        ),
        ...(layer.padding === 'valid'
          ? otherwise(
              stage,
              { padding: 'same' },
              'One too many: with “valid” a window that reaches over the edge is not used.',
            )
          : otherwise(
              stage,
              { padding: 'valid' },
              'With “same” the windows that reach over the edge are used as well.',
            )),
        ...otherwise(
          stage,
          { stride: 1 },
          `That would be a stride of 1. This window moves on by ${layer.stride}.`,
        ),
        ...shapeChoice([rows, columns, 1], 'The maps are not mixed: each is pooled by itself.'),
        ...shapeChoice(asMap(stage.input), 'Pooling makes the maps smaller; that is what it is for.'),
      ],
    };
  },
};
