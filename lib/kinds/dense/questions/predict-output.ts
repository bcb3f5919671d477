import { sum } from 'd3-array';
import { formatNumber, formatPercent } from '@/lib/format/format';
import { explain } from '@/lib/provenance/explain';
import { type AboutCell, common } from '@/lib/questions/about';
import type { Task } from '@/lib/questions/task';
import words from '@/words/predict';

/** The probability that softmax computes from the logit of one class. */
export function probability({ pipeline, trace, weights, stage, cell }: AboutCell): Task | null {
  const explanation = explain(pipeline, trace, weights, stage.id, cell);
  if (!explanation.ok || !explanation.value.softmax) return null;
  const { softmax, value } = explanation.value;
  const [unit] = cell;
  const { logit, shifted } = softmax[unit];
  const all = sum(softmax, (own) => own.shifted);
  const { classes } = pipeline.architecture;
  const name = (at: number) => classes[at] ?? `unit ${at}`;
  return {
    ...common(stage.id, cell),
    text: words.shareText({ name: name(unit) }),
    tip: words.shareTip(),
    fields: [{ kind: 'decimal', label: words.share() }],
    right: [value],
    because: words.shareBecause({
      shifted: formatNumber(shifted),
      all: formatNumber(all),
      value: formatNumber(value),
      percent: formatPercent(value),
    }),
    mistakes: [
      {
        answer: [shifted],
        sentence: words.exponential(),
      },
      { answer: [logit], sentence: words.logit() },
      {
        answer: [value * 100],
        within: 0.06,
        sentence: words.inPercent(),
      },
      {
        answer: [logit / sum(softmax, (own) => own.logit)],
        sentence: words.logitsDivided(),
      },
      {
        answer: [1 / (1 + Math.exp(-logit))],
        sentence: words.sigmoid(),
      },
      { answer: [1 - value], sentence: words.allOthers() },
      ...softmax.flatMap((own, at) =>
        at === unit
          ? []
          : [
              {
                answer: [own.probability],
                sentence: words.otherClass({ other: name(at), name: name(unit) }),
              },
            ],
      ),
    ],
    otherwise: words.shareOtherwise(),
  };
}
