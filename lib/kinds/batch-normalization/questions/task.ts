import { formatNumber } from '@/lib/format/format';
import { answered, arriving, asTask } from '@/lib/questions/answered';
import words from '@/words/batch-normalization';

/** What becomes of a number by its channel's line. */
export const onTheLine = answered((told) => {
  const [term] = told.terms;
  if (term?.weight === undefined || told.bias === undefined) return null;
  const { value, weight, product } = term;
  const numbers = { value: arriving(told), scale: formatNumber(weight), shift: formatNumber(told.bias) };
  return {
    tip: words.tip(numbers),
    because: words.because({ ...numbers, product: formatNumber(product), answer: formatNumber(told.value) }),
    mistakes: [
      { answer: [product], sentence: words.unmoved() },
      { answer: [value + told.bias], sentence: words.unscaled() },
      { answer: [(value + told.bias) * weight], sentence: words.order() },
      { answer: [product - told.bias], sentence: words.minus() },
      { answer: [value], sentence: words.unchanged() },
    ],
    otherwise: words.otherwise(),
  };
});

export const line = asTask(onTheLine);
