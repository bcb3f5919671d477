import { answered, arriving, asTask } from '@/lib/questions/answered';
import words from '@/words/bank-dropout';

/** What a number becomes when the network predicts. */
export const passed = answered((explanation, { stage }) => {
  const [term] = explanation.terms;
  if (!term || !('share' in stage.layer)) return null;
  const { share } = stage.layer;
  return {
    tip: words.tip({ value: arriving(explanation) }),
    because: words.because(),
    mistakes: [
      ...(term.value === 0 ? [] : [{ answer: [0], sentence: words.dropped() }]),
      { answer: [term.value * (1 - share)], sentence: words.weakened() },
      { answer: [term.value / (1 - share)], sentence: words.raised() },
    ],
    otherwise: words.otherwise(),
  };
});

export const pass = asTask(passed);
