import { formatNumber } from '@/lib/format/format';
import { isShifted } from '@/lib/kinds/normalize/layer';
import { firstOf } from '@/lib/questions/choose';
import { type About, CLOSE, type Task } from '@/lib/questions/task';
import { cellName, stageBefore } from '@/lib/questions/task-words';
import { type Cell, valueAt } from '@/lib/tensor/tensor';
import words from '@/words/task-normalize';

/** What one number of the image becomes when it is divided. */
export function divided(about: About): Task | null {
  const { pipeline, trace, stage, random } = about;
  const { layer } = stage;
  const before = stageBefore(pipeline, stage);
  if (layer.kind !== 'normalize' || isShifted(layer) || !before) return null;
  const { divisor } = layer;
  // A number whose quotient is obvious teaches nothing.
  const isTelltale = (value: number) => value > 0 && value < divisor && ((value / divisor) * 20) % 1 !== 0;
  return firstOf(trace.stages[before.number - 1], random, isTelltale, (cell) => division(about, cell));
}

/** What the number at one place becomes. Null where the stage does not divide. */
export function division(
  { pipeline, trace, stage }: Omit<About, 'random' | 'classWord'>,
  cell: Cell,
): Task | null {
  const { layer } = stage;
  const before = stageBefore(pipeline, stage);
  if (layer.kind !== 'normalize' || isShifted(layer) || !before) return null;
  const { divisor } = layer;
  const value = valueAt(trace.stages[before.number - 1], cell);
  const right = value / divisor;
  return {
    id: `divided ${cell}`,
    text: words.text({ cell: cellName(before, cell), value: formatNumber(value), stage: stage.id }),
    tip: words.tip(),
    fields: [{ kind: 'decimal', label: words.field() }],
    right: [right],
    because: words.because({
      value: formatNumber(value),
      divisor: formatNumber(divisor),
      right: formatNumber(right, 5),
    }),
    mistakes: [
      { answer: [value], sentence: words.undivided() },
      ...(value === 0
        ? []
        : [
            {
              answer: [divisor / value],
              sentence: words.turned(),
            },
          ]),
      {
        answer: [value / (divisor + 1)],
        within: CLOSE / 2,
        sentence: words.byMore({ divisor: formatNumber(divisor + 1) }),
      },
      { answer: [value / 100], sentence: words.percent() },
      { answer: [1 - right], sentence: words.rest() },
      {
        answer: [right],
        within: 0.01,
        sentence: words.close(),
      },
    ],
    otherwise: words.otherwise({ value: formatNumber(value), divisor: formatNumber(divisor) }),
    look: null,
    open: false,
    path: [{ stage: stage.id, cell }],
  };
}
