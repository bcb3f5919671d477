import { formatCount, formatNumber } from '@/lib/format/format';
import { relu } from '@/lib/layers/activation';
import type { Term } from '@/lib/layers/types';
import { explain, type TracedExplanation } from '@/lib/provenance/explain';
import { sumOf } from '@/lib/provenance/reads';
import { asMap } from '@/lib/tensor/tensor';
import words from '@/words/predict';
import type { Mistake, Task } from '../tasks/task';
import { cellName } from '../tasks/words';
import { type AboutCell, besides, common } from './about';

/** What a convolution or a dense unit answers: its products added up, with bias and activation. */
export function sum(about: AboutCell): Task | null {
  const { pipeline, trace, weights, stage, cell } = about;
  const told = explain(pipeline, trace, weights, stage.id, cell);
  if (!told.ok) return null;
  const { terms, bias = 0, before, value } = told.value;
  const given = {
    terms: formatCount(terms.length),
    products: formatNumber(sumOf(terms)),
    bias: formatNumber(bias),
    before: formatNumber(before),
  };
  return {
    ...common(stage.id, cell),
    text: words.valueText({ stage: stage.id, cell: cellName(stage, cell) }),
    tip: words.sumTip(),
    fields: [{ kind: 'decimal', label: words.value() }],
    right: [value],
    because:
      before === value
        ? words.sumBecause(given)
        : words.reluBecause({ ...given, value: formatNumber(value) }),
    mistakes: [...ofTheSum(about, told.value), ...ofTheKernel(about, told.value), ...besides(about)],
    otherwise: words.sumOtherwise(),
  };
}

/** What comes of it when a step is left out, or taken at the wrong time. */
function ofTheSum({ stage }: AboutCell, { terms, bias = 0 }: TracedExplanation): Mistake[] {
  const { layer } = stage;
  const closes = (layer.kind === 'conv2d' || layer.kind === 'dense') && layer.activation === 'relu';
  const act = closes ? relu : (before: number) => before;
  const products = sumOf(terms);
  return [
    { answer: [act(products)], sentence: words.noBias() },
    ...(closes
      ? [
          {
            answer: [products + bias],
            sentence: words.noRelu(),
          },
          {
            answer: [products],
            sentence: words.neither(),
          },
          {
            answer: [act(terms.reduce((all, { product }) => all + relu(product), bias))],
            sentence: words.reluEach(),
          },
        ]
      : []),
    { answer: [act(products - bias)], sentence: words.minusBias() },
    { answer: [bias], sentence: words.biasAlone() },
  ];
}

/** What comes of it when the weights meet the wrong values, or only some of them. */
function ofTheKernel({ stage }: AboutCell, { terms, bias = 0 }: TracedExplanation): Mistake[] {
  const { layer } = stage;
  if (layer.kind !== 'conv2d') return [];
  const act = layer.activation === 'relu' ? relu : (before: number) => before;
  const channels = asMap(stage.input)[2];
  const side = layer.kernel;
  const turned = (place: (row: number, column: number) => number) =>
    act(bias + sumOf(meeting(terms, channels, side, place)));
  return [
    ...(side > 1
      ? [
          {
            answer: [turned((row, column) => (side - 1 - row) * side + side - 1 - column)],
            sentence: words.flipped(),
          },
          {
            answer: [turned((row, column) => column * side + row)],
            sentence: words.turned(),
          },
        ]
      : []),
    ...(channels > 1
      ? Array.from({ length: Math.min(channels, 3) }, (_, own) => ({
          answer: [act(bias + sumOf(terms.filter((_term, at) => at % channels === own)))],
          sentence: words.oneChannel({ channel: own, channels }),
        }))
      : []),
  ];
}

/** The terms when each value meets the weight of another place in the kernel. */
function meeting(
  terms: readonly Term[],
  channels: number,
  side: number,
  place: (row: number, column: number) => number,
): Term[] {
  return terms.map((term, at) => {
    const own = Math.floor(at / channels);
    const other = place(Math.floor(own / side), own % side);
    const weight = terms[other * channels + (at % channels)].weight ?? 0;
    return { ...term, weight, product: term.value * weight };
  });
}
