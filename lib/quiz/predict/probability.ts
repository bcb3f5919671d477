import { sum } from 'd3-array';
import { formatNumber, formatPercent } from '@/lib/format/format';
import { explain } from '@/lib/provenance/explain';
import type { Task } from '../tasks/task';
import { type AboutCell, common } from './about';

/** What softmax makes of the logit of one class. */
export function probability({ pipeline, trace, weights, stage, cell }: AboutCell): Task | null {
  const told = explain(pipeline, trace, weights, stage.id, cell);
  if (!told.ok || !told.value.softmax) return null;
  const { softmax, value } = told.value;
  const [unit] = cell;
  const { logit, shifted } = softmax[unit];
  const all = sum(softmax, (own) => own.shifted);
  const { classes } = pipeline.architecture;
  const name = (at: number) => classes[at] ?? `unit ${at}`;
  return {
    ...common(stage.id, cell),
    text: `What probability does the network give “${name(unit)}”? From 0 to 1; three decimals are enough.`,
    tip: 'The table shows each class’s exponential and the sum of them all.',
    fields: [{ kind: 'decimal', label: 'the probability' }],
    right: [value],
    because: `${formatNumber(shifted)} ÷ ${formatNumber(all)} = ${formatNumber(value)}, or ${formatPercent(value)}.`,
    mistakes: [
      {
        answer: [shifted],
        sentence: 'That is the exponential. It is still to be divided by the sum of all.',
      },
      { answer: [logit], sentence: 'That is the logit. Softmax makes a probability of it.' },
      {
        answer: [value * 100],
        within: 0.06,
        sentence: 'That is in percent. Asked for is a share, from 0 to 1.',
      },
      {
        answer: [logit / sum(softmax, (own) => own.logit)],
        sentence: 'That divides the logits. Their exponentials are what is divided.',
      },
      {
        answer: [1 / (1 + Math.exp(-logit))],
        sentence: 'That is the sigmoid of one logit. Softmax weighs it against all the others.',
      },
      { answer: [1 - value], sentence: 'That is what all other classes have together.' },
      ...softmax.flatMap((own, at) =>
        at === unit
          ? []
          : [
              {
                answer: [own.probability],
                sentence: `That is the probability of “${name(at)}”. Asked for is “${name(unit)}”.`,
              },
            ],
      ),
    ],
    otherwise: 'Divide this class’s exponential by the sum of all of them.',
  };
}
