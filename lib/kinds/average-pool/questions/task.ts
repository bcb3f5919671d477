import { max } from 'd3-array';
import { formatNumber } from '@/lib/format/format';
import { answered, asTask } from '@/lib/questions/answered';
import words from '@/words/bank-average-pool';

/** Which number the window outputs. */
export const averaged = answered(({ terms, value }) => {
  const values = terms.map((term) => term.value);
  const sum = values.reduce((all, one) => all + one, 0);
  return {
    tip: words.tip({ count: terms.length }),
    because: words.because({ sum: formatNumber(sum), count: terms.length, value: formatNumber(value) }),
    mistakes: [
      { answer: [max(values) ?? 0], sentence: words.largest() },
      { answer: [sum], sentence: words.undivided({ count: terms.length }) },
      { answer: [values[0] ?? 0], sentence: words.first() },
    ],
    otherwise: words.otherwise({ count: terms.length }),
  };
});

export const average = asTask(averaged);
