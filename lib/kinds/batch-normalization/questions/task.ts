import { formatNumber } from '@/lib/format/format';
import { answered, arriving, asTask } from '@/lib/questions/answered';
import words from '@/words/bank-batch-normalization';

/** What a number becomes by its channel's scale and shift. */
export const onTheLine = answered((explanation) => {
  const [term] = explanation.terms;
  if (term?.weight === undefined || explanation.bias === undefined) return null;
  const { value, weight, product } = term;
  const numbers = {
    value: arriving(explanation),
    scale: formatNumber(weight),
    shift: formatNumber(explanation.bias),
  };
  return {
    tip: words.tip(numbers),
    because: words.because({
      ...numbers,
      product: formatNumber(product),
      answer: formatNumber(explanation.value),
    }),
    mistakes: [
      { answer: [product], sentence: words.unmoved() },
      { answer: [value + explanation.bias], sentence: words.unscaled() },
      { answer: [(value + explanation.bias) * weight], sentence: words.order() },
      { answer: [product - explanation.bias], sentence: words.minus() },
      { answer: [value], sentence: words.unchanged() },
    ],
    otherwise: words.otherwise(),
  };
});

export const line = asTask(onTheLine);
