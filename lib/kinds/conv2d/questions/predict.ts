import { formatShape } from '@/lib/format/format';
import { relu } from '@/lib/kinds/parts/activation';
import { cellsOf, formatSides, sidesOf } from '@/lib/kinds/parts/sides';
import type { TracedExplanation } from '@/lib/provenance/explain';
import { sumOf } from '@/lib/provenance/reads';
import type { AboutCell } from '@/lib/questions/about';
import { shapeOfWindows } from '@/lib/questions/shapes';
import { sum } from '@/lib/questions/sums';
import type { Mistake, Task } from '@/lib/questions/task';
import { asMap } from '@/lib/tensor/tensor';
import words from '@/words/predict';
import type { Term } from '../../types';
import { conv2d } from '../layer';

/** What a filter outputs at one place. */
export const convolved = (about: AboutCell): Task | null => sum(about, ofTheKernel);

/** What shape the maps have. */
export function convolvedShape(about: AboutCell): Task | null {
  const { layer, input, output } = about.stage;
  if (layer.kind !== 'conv2d') return null;
  const { kernel, filters, stride, padding } = layer;
  const [height, width] = asMap(output);
  const channels = asMap(input)[2];
  return shapeOfWindows(about, {
    tip: words.kernelTip({ size: formatSides(kernel), stride, padding }),
    because: words.convBecause({ output: formatShape(output) }),
    sliding: layer,
    with: (change) => conv2d.outputShape({ ...layer, ...change }, input),
    mistakes: [
      { answer: [height, width, channels], sentence: words.channelsIn() },
      { answer: [height, width, channels * filters], sentence: words.mapOfEach() },
    ],
  });
}

/** The results when the weights multiply the wrong values, or only some of the right ones. */
function ofTheKernel({ stage }: AboutCell, { terms, bias = 0 }: TracedExplanation): Mistake[] {
  const { layer } = stage;
  if (layer.kind !== 'conv2d') return [];
  const act = layer.activation === 'relu' ? relu : (before: number) => before;
  const channels = asMap(stage.input)[2];
  const [tall, wide] = sidesOf(layer.kernel);
  const met = (place: (row: number, column: number) => number) =>
    act(bias + sumOf(meeting(terms, channels, wide, place)));
  return [
    ...(cellsOf(layer.kernel) > 1
      ? [
          {
            answer: [met((row, column) => (tall - 1 - row) * wide + wide - 1 - column)],
            sentence: words.flipped(),
          },
        ]
      : []),
    ...(Math.min(tall, wide) > 1
      ? [{ answer: [met((row, column) => column * tall + row)], sentence: words.turned() }]
      : []),
    ...(channels > 1
      ? Array.from({ length: Math.min(channels, 3) }, (_, own) => ({
          answer: [act(bias + sumOf(terms.filter((_term, at) => at % channels === own)))],
          sentence: words.oneChannel({ channel: own, channels }),
        }))
      : []),
  ];
}

/** The terms when each value is multiplied by the weight of a different kernel place. */
function meeting(
  terms: readonly Term[],
  channels: number,
  wide: number,
  place: (row: number, column: number) => number,
): Term[] {
  return terms.map((term, at) => {
    const own = Math.floor(at / channels);
    const other = place(Math.floor(own / wide), own % wide);
    const weight = terms[other * channels + (at % channels)].weight ?? 0;
    return { ...term, weight, product: term.value * weight };
  });
}
