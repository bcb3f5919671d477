import { formatCount, formatNumber } from '@/lib/format/format';
import { relu } from '@/lib/kinds/parts/activation';
import { hasRelu } from '@/lib/kinds/parts/relu';
import { explain, type TracedExplanation } from '@/lib/provenance/explain';
import { sumOf } from '@/lib/provenance/reads';
import words from '@/words/predict';
import { type AboutCell, besides, common } from './about';
import type { Mistake, Task } from './task';
import { cellName } from './task-words';

/** The misconceptions about the sums of one kind of layer alone. */
export type MistakesOfSum = (about: AboutCell, explanation: TracedExplanation) => Mistake[];

/**
 * Asks for an output of a layer that sums products, with bias and activation. `besidesIts`: the
 * misconceptions about its kind alone.
 */
export function sum(about: AboutCell, besidesIts: MistakesOfSum = () => []): Task | null {
  const { pipeline, trace, weights, stage, cell } = about;
  const explanation = explain(pipeline, trace, weights, stage.id, cell);
  if (!explanation.ok) return null;
  const { terms, bias, before, value } = explanation.value;
  const has = {
    biased: bias === undefined ? 'no' : 'yes',
    relu: hasRelu(stage.layer) ? 'yes' : 'no',
  } as const;
  const numbers = {
    terms: formatCount(terms.length),
    products: formatNumber(sumOf(terms)),
    biased: has.biased,
    bias: formatNumber(bias ?? 0),
    before: formatNumber(before),
  };
  return {
    ...common(stage.id, cell),
    text: words.valueText({ stage: stage.id, cell: cellName(stage, cell) }),
    tip: words.sumTip(has),
    fields: [{ kind: 'decimal', label: words.value() }],
    right: [value],
    because:
      before === value
        ? words.sumBecause(numbers)
        : words.reluBecause({ ...numbers, value: formatNumber(value) }),
    mistakes: [
      ...ofTheSum(about, explanation.value),
      ...besidesIts(about, explanation.value),
      ...besides(about),
    ],
    otherwise: words.sumOtherwise(has),
  };
}

/** The results of leaving out a step, or taking it at the wrong time. */
function ofTheSum({ stage }: AboutCell, { terms, bias: added }: TracedExplanation): Mistake[] {
  const bias = added ?? 0;
  const { layer } = stage;
  const closes = hasRelu(layer);
  const act = closes ? relu : (before: number) => before;
  const products = sumOf(terms);
  return [
    ...(added === undefined ? [] : [{ answer: [act(products)], sentence: words.noBias() }]),
    ...(closes
      ? [
          {
            answer: [products + bias],
            sentence: words.noRelu(),
          },
          {
            answer: [products],
            sentence: words.neither({ biased: added === undefined ? 'no' : 'yes' }),
          },
          {
            answer: [act(terms.reduce((all, { product }) => all + relu(product), bias))],
            sentence: words.reluEach(),
          },
        ]
      : []),
    ...(added === undefined
      ? []
      : [
          { answer: [act(products - bias)], sentence: words.minusBias() },
          { answer: [bias], sentence: words.biasAlone() },
        ]),
  ];
}
