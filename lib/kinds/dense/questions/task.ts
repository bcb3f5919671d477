import { formatCount, formatNumber } from '@/lib/format/format';
import { explain } from '@/lib/provenance/explain';
import { firstOf, standout } from '@/lib/questions/choose';
import type { About, Task } from '@/lib/questions/task';
import { stageBefore, whole } from '@/lib/questions/task-words';
import words from '@/words/trace-task-vectors';

/** Which input contributed most to a unit. */
export function strongestInput({ pipeline, trace, weights, stage, random }: About): Task | null {
  const before = stageBefore(pipeline, stage);
  if (!before) return null;
  return firstOf(
    trace.stages[stage.number - 1],
    random,
    (value) => value > 0,
    (cell): Task | null => {
      const explanation = explain(pipeline, trace, weights, stage.id, cell);
      if (!explanation.ok) return null;
      const { terms } = explanation.value;
      const best = standout(terms.map(({ product }) => product));
      if (best === null) return null;
      const most = (of: (at: number) => number) =>
        terms.reduce((most, _, at) => (of(at) > of(most) ? at : most), 0);
      const worst = most((at) => -terms[at].product);
      return {
        id: `input ${cell}`,
        text: words.input({ unit: cell[0], stage: stage.id, terms: formatCount(terms.length) }),
        tip: words.inputTip(),
        fields: [whole(words.inputField({ stage: before.id }), terms.length)],
        right: [best],
        because: words.inputBecause({
          input: formatCount(best),
          value: formatNumber(terms[best].value),
          weight: formatNumber(terms[best].weight ?? 0),
          product: formatNumber(terms[best].product),
        }),
        mistakes: [
          {
            answer: [most((at) => terms[at].value)],
            sentence: words.inputLargest(),
          },
          {
            answer: [most((at) => terms[at].weight ?? 0)],
            sentence: words.weightLargest(),
          },
          { answer: [worst], sentence: words.inputAgainst() },
          { answer: [best + 1], sentence: words.inputFrom0() },
        ],
        otherwise: words.inputOtherwise(),
        look: cell,
        open: true,
        path: [
          { stage: stage.id, cell },
          { stage: before.id, cell: terms[best].source },
        ],
      };
    },
  );
}
