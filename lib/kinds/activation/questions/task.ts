import { formatNumber } from '@/lib/format/format';
import { activationOf } from '@/lib/kinds/parts/activation';
import { answered, arriving, asTask } from '@/lib/questions/answered';
import { exponentials } from '@/lib/questions/exponentials';
import words from '@/words/bank-activation';

/** What the activation makes of a number. */
export const bent = answered((explanation, { stage }) => {
  const [term] = explanation.terms;
  const activation = activationOf(stage.layer);
  if (!term || activation === 'linear') return null;
  const { value: before } = term;
  return {
    tip: words.tip({ activation, value: arriving(explanation), ...exponentials(before) }),
    because: words.because({
      activation,
      before: formatNumber(before),
      value: formatNumber(explanation.value),
    }),
    mistakes: [
      { answer: [before], sentence: words.unbent() },
      { answer: [Math.abs(before)], sentence: words.magnitude() },
      { answer: [Math.max(0, before)], sentence: words.relu({ activation }) },
      { answer: [Math.exp(before)], sentence: words.exponential({ activation }) },
      { answer: [-explanation.value], sentence: words.sign() },
    ],
    otherwise: words.otherwise({ activation }),
  };
});

export const bend = asTask(bent);
