import { formatCount, formatShape } from '@/lib/format/format';
import { rulesOf } from '@/lib/layers/registry';
import type { Conv2dLayer, MaxPoolLayer } from '@/lib/layers/types';
import { asMap, isMap, type MapShape, size } from '@/lib/tensor/tensor';
import words from '@/words/predict';
import type { Mistake, Task } from '../tasks/task';
import { whole } from '../tasks/words';
import { type AboutCell, common } from './about';

/** Nothing that anyone could mean is larger. */
const MOST = 1_000_000;

/** What shape a stage puts out. */
export function shapeOut({ stage, cell }: AboutCell): Task | null {
  const { layer, input, output } = stage;
  const about = { ...common(stage.id, cell), id: `predict shape ${stage.id}` };
  if (layer.kind === 'conv2d' || layer.kind === 'maxPool') {
    return {
      ...about,
      text: words.shapeText({ stage: stage.id, input: formatShape(input) }),
      tip: (layer.kind === 'conv2d' ? words.kernelTip : words.windowTip)({
        side: layer.kind === 'conv2d' ? layer.kernel : layer.size,
        stride: layer.stride,
        padding: layer.padding,
      }),
      fields: [whole(words.height(), MOST), whole(words.width(), MOST), whole(words.channels(), MOST)],
      right: [...output],
      because: (layer.kind === 'conv2d' ? words.convBecause : words.poolBecause)({
        output: formatShape(output),
      }),
      mistakes: ofWindows(layer, asMap(input), asMap(output)),
      otherwise: words.shapeOtherwise(),
    };
  }
  if (layer.kind !== 'flatten' || !isMap(input)) return null;
  const [height, width, depth] = input;
  return {
    ...about,
    text: words.lengthText({ stage: stage.id, input: formatShape(input) }),
    tip: words.lengthTip(),
    fields: [whole(words.length(), MOST * 1000)],
    right: [size(input)],
    because: `${height} × ${width} × ${depth} = ${formatCount(size(input))}.`,
    mistakes: [
      { answer: [height * width], sentence: words.oneMap({ depth }) },
      { answer: [height + width + depth], sentence: words.sizesAdded() },
      { answer: [height * depth], sentence: words.noColumns() },
      { answer: [depth], sentence: words.onePlace() },
      {
        answer: [size(input) - 1],
        sentence: words.lastIndex(),
      },
    ],
    otherwise: words.lengthOtherwise(),
  };
}

/** The ways to go wrong where a window slides. */
function ofWindows(layer: Conv2dLayer | MaxPoolLayer, input: MapShape, output: MapShape): Mistake[] {
  const [height, width, depth] = output;
  const other = layer.padding === 'same' ? 'valid' : 'same';
  const out = (change: { padding?: 'valid' | 'same'; stride?: number }) =>
    layer.kind === 'conv2d'
      ? rulesOf(layer).outputShape({ ...layer, ...change }, input)
      : rulesOf(layer).outputShape({ ...layer, ...change }, input);
  return [
    {
      answer: [...out({ padding: other })],
      sentence: words.otherPadding({ other, padding: layer.padding }),
    },
    {
      answer: [...out({ stride: 1 })],
      sentence: words.noStride({ stride: layer.stride }),
    },
    { answer: [depth, height, width], sentence: words.channelsLast() },
    { answer: [height - 1, width - 1, depth], sentence: words.tooFew() },
    {
      answer: [height + 1, width + 1, depth],
      sentence: words.tooMany(),
    },
    ...(layer.kind === 'conv2d'
      ? [
          {
            answer: [height, width, input[2]],
            sentence: words.channelsIn(),
          },
          {
            answer: [height, width, input[2] * layer.filters],
            sentence: words.mapOfEach(),
          },
        ]
      : [
          {
            answer: [height, width, Math.ceil(input[2] / layer.stride)],
            sentence: words.notFewer(),
          },
        ]),
  ];
}
