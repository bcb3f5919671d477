import { formatCount, formatShape } from '@/lib/format/format';
import { rulesOf } from '@/lib/layers/registry';
import type { Conv2dLayer, MaxPoolLayer } from '@/lib/layers/types';
import { asMap, isMap, type MapShape, size } from '@/lib/tensor/tensor';
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
      text: `${stage.id} gets ${formatShape(input)}. What shape does it put out?`,
      tip: `Its ${layer.kind === 'conv2d' ? `kernel is ${layer.kernel} × ${layer.kernel}` : `window is ${layer.size} × ${layer.size}`}, its stride ${layer.stride}, its padding “${layer.padding}”.`,
      fields: [whole('height', MOST), whole('width', MOST), whole('channels', MOST)],
      right: [...output],
      because: `It puts out ${formatShape(output)}: ${layer.kind === 'conv2d' ? 'a value for each place of the kernel, and a map for each filter' : 'a winner for each window, and as many maps as came in'}.`,
      mistakes: ofWindows(layer, asMap(input), asMap(output)),
      otherwise:
        'Count the places where the window fits, down and across. Then think how many maps there are.',
    };
  }
  if (layer.kind !== 'flatten' || !isMap(input)) return null;
  const [height, width, depth] = input;
  return {
    ...about,
    text: `${stage.id} gets ${formatShape(input)}. How many values has its vector?`,
    tip: 'No value is lost, and none is added.',
    fields: [whole('length', MOST * 1000)],
    right: [size(input)],
    because: `${height} × ${width} × ${depth} = ${formatCount(size(input))}.`,
    mistakes: [
      { answer: [height * width], sentence: `That is one map. There are ${depth} of them.` },
      { answer: [height + width + depth], sentence: 'That adds the sizes up. They are multiplied.' },
      { answer: [height * depth], sentence: 'That forgets the columns.' },
      { answer: [depth], sentence: 'That is one place, with all its channels.' },
      {
        answer: [size(input) - 1],
        sentence: 'That is the last index. Counted from 0, there is one value more.',
      },
    ],
    otherwise: 'Each place of the maps has one value for each channel: multiply.',
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
      sentence: `That is padding “${other}”. Here it is “${layer.padding}”.`,
    },
    {
      answer: [...out({ stride: 1 })],
      sentence: `That forgets the stride: the window moves on by ${layer.stride}.`,
    },
    { answer: [depth, height, width], sentence: 'The channels come last here: height, width, channels.' },
    { answer: [height - 1, width - 1, depth], sentence: 'One too few: the first place counts as well.' },
    {
      answer: [height + 1, width + 1, depth],
      sentence: 'One too many: the window would hang over the edge.',
    },
    ...(layer.kind === 'conv2d'
      ? [
          {
            answer: [height, width, input[2]],
            sentence: 'Channels that come in do not go out: each filter makes one map.',
          },
          {
            answer: [height, width, input[2] * layer.filters],
            sentence: 'A filter sums over the channels. It does not make a map of each.',
          },
        ]
      : [
          {
            answer: [height, width, Math.ceil(input[2] / layer.stride)],
            sentence: 'Pooling makes maps smaller, not fewer: each is pooled by itself.',
          },
        ]),
  ];
}
