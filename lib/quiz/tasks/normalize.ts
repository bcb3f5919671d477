import { formatNumber } from '@/lib/format/format';
import { type Cell, valueAt } from '@/lib/tensor/tensor';
import { firstOf } from './choose';
import { type About, CLOSE, type Task } from './task';
import { cellName, stageBefore } from './words';

/** What becomes of one number of the picture when it is divided. */
export function divided(about: About): Task | null {
  const { pipeline, trace, stage, random } = about;
  const { layer } = stage;
  const before = stageBefore(pipeline, stage);
  if (layer.kind !== 'normalize' || !before) return null;
  const { divisor } = layer;
  // Nothing is to be learnt from a number whose quotient is seen at once.
  const telling = (value: number) => value > 0 && value < divisor && ((value / divisor) * 20) % 1 !== 0;
  return firstOf(trace.stages[before.number - 1], random, telling, (cell) => division(about, cell));
}

/** What becomes of the number at one place. Null where the stage does not divide. */
export function division({ pipeline, trace, stage }: Omit<About, 'random'>, cell: Cell): Task | null {
  const { layer } = stage;
  const before = stageBefore(pipeline, stage);
  if (layer.kind !== 'normalize' || !before) return null;
  const { divisor } = layer;
  const value = valueAt(trace.stages[before.number - 1], cell);
  const right = value / divisor;
  return {
    id: `divided ${cell}`,
    text: `At ${cellName(before, cell)}, the picture has the number ${formatNumber(value)}. What does ${stage.id} make of it? Three decimals are enough.`,
    tip: `Every number is divided by the same one. The lesson says which.`,
    fields: [{ kind: 'decimal', label: 'the new number' }],
    right: [right],
    because: `${formatNumber(value)} ÷ ${formatNumber(divisor)} = ${formatNumber(right, 5)}.`,
    mistakes: [
      { answer: [value], sentence: `That is the number as it comes in. It is still to be divided.` },
      ...(value === 0
        ? []
        : [
            {
              answer: [divisor / value],
              sentence: 'That is the divisor over the number: the other way round.',
            },
          ]),
      {
        answer: [value / (divisor + 1)],
        within: CLOSE / 2,
        sentence: `That is divided by ${formatNumber(divisor + 1)}. A byte has so many values, but its largest is one less.`,
      },
      { answer: [value / 100], sentence: 'That is divided by 100. These are no percentages.' },
      { answer: [1 - right], sentence: 'That is what is missing to 1.' },
      {
        answer: [right],
        within: 0.01,
        sentence: 'Very close. Give it to three decimals, and round the last one.',
      },
    ],
    otherwise: `Divide ${formatNumber(value)} by ${formatNumber(divisor)}: bytes come out between 0 and 1.`,
    look: null,
    open: false,
    way: [{ stage: stage.id, cell }],
  };
}
