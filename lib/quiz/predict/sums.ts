import { formatCount, formatNumber } from '@/lib/format/format';
import { relu } from '@/lib/layers/activation';
import type { Term } from '@/lib/layers/types';
import { explain, type TracedExplanation } from '@/lib/provenance/explain';
import { sumOf } from '@/lib/provenance/reads';
import { asMap } from '@/lib/tensor/tensor';
import type { Mistake, Task } from '../tasks/task';
import { cellName } from '../tasks/words';
import { type AboutCell, besides, common } from './about';

/** What a convolution or a dense unit answers: its products added up, with bias and activation. */
export function sum(about: AboutCell): Task | null {
  const { pipeline, trace, weights, stage, cell } = about;
  const told = explain(pipeline, trace, weights, stage.id, cell);
  if (!told.ok) return null;
  const { terms, bias = 0, before, value } = told.value;
  const added = `${formatCount(terms.length)} products come to ${formatNumber(sumOf(terms))}. With the bias of ${formatNumber(bias)} that makes ${formatNumber(before)}`;
  return {
    ...common(stage.id, cell),
    text: `What does ${stage.id} answer at ${cellName(stage, cell)}? Three decimals are enough.`,
    tip: 'Add up what the products come to and the bias; the figure shows them. Then comes the activation.',
    fields: [{ kind: 'decimal', label: 'the value' }],
    right: [value],
    because: before === value ? `${added}.` : `${added}, and ReLU makes ${formatNumber(value)} of it.`,
    mistakes: [...ofTheSum(about, told.value), ...ofTheKernel(about, told.value), ...besides(about)],
    otherwise:
      'That is not what comes out. Add up the products, then the bias; a sum below 0 becomes 0 by ReLU.',
  };
}

/** What comes of it when a step is left out, or taken at the wrong time. */
function ofTheSum({ stage }: AboutCell, { terms, bias = 0 }: TracedExplanation): Mistake[] {
  const { layer } = stage;
  const closes = (layer.kind === 'conv2d' || layer.kind === 'dense') && layer.activation === 'relu';
  const act = closes ? relu : (before: number) => before;
  const products = sumOf(terms);
  return [
    { answer: [act(products)], sentence: 'That forgets the bias: it is added to the products.' },
    ...(closes
      ? [
          {
            answer: [products + bias],
            sentence: 'That forgets ReLU: a sum below 0 becomes 0.',
          },
          {
            answer: [products],
            sentence: 'That forgets both the bias and ReLU, which makes 0 of a sum below 0.',
          },
          {
            answer: [act(terms.reduce((all, { product }) => all + relu(product), bias))],
            sentence: 'That takes ReLU of each product. It comes once, after all have been added up.',
          },
        ]
      : []),
    { answer: [act(products - bias)], sentence: 'That takes the bias away. It is added, with its sign.' },
    { answer: [bias], sentence: 'That is the bias alone. The products are still to be added.' },
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
            sentence:
              'That flips the kernel. Networks lay it on as it is: its first weight on the first value.',
          },
          {
            answer: [turned((row, column) => column * side + row)],
            sentence: 'That takes the kernel’s rows for its columns.',
          },
        ]
      : []),
    ...(channels > 1
      ? Array.from({ length: Math.min(channels, 3) }, (_, own) => ({
          answer: [act(bias + sumOf(terms.filter((_term, at) => at % channels === own)))],
          sentence: `That is what channel ${own} alone would make. All ${channels} that come in are added up.`,
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
