import { formatPercent } from '@/lib/format/format';
import { pathToPixels } from '@/lib/provenance/path';
import type { About, Mistake, Task } from '@/lib/questions/task';
import { whole } from '@/lib/questions/task-words';
import { asMap, asPlace } from '@/lib/tensor/tensor';
import common from '@/words/task-words';
import words from '@/words/trace-task-vectors';

/**
 * From the prediction down to the pixel that contributed most, following the strongest term of each value.
 */
export function decidingPixel({ pipeline, classWord, trace, weights, stage }: About): Task | null {
  const { values } = trace.stages[stage.number - 1];
  const unit = values.reduce((best, value, at) => (value > values[best] ? at : best), 0);
  const path = pathToPixels(pipeline, trace, weights, { stage: stage.id, cell: [unit] });
  const last = path.ok ? path.value[path.value.length - 1] : null;
  if (!path.ok || !last || last.stage !== pipeline.stages[0].id) return null;
  const [row, column, channel] = asPlace(last.cell);
  const [height, width] = asMap(pipeline.architecture.input);
  const name = classWord(pipeline.architecture.classes[unit]);
  const maps: Mistake[] = path.value.flatMap((step) =>
    step.cell.length === 3 && step.stage !== last.stage && (step.cell[0] !== row || step.cell[1] !== column)
      ? [
          {
            answer: [step.cell[0], step.cell[1]],
            sentence: words.onTheWay({ stage: step.stage }),
          },
        ]
      : [],
  );
  return {
    id: `pixel ${unit}`,
    text: words.pixel({ name, share: formatPercent(values[unit]) }),
    tip: words.pixelTip(),
    fields: [whole(common.row(), height), whole(common.column(), width)],
    right: [row, column],
    because: words.pixelBecause({
      row,
      column,
      channel,
      which: ['red', 'green', 'blue'][channel] ?? 'other',
    }),
    mistakes: [
      ...(row === column
        ? []
        : [
            {
              answer: [column, row],
              sentence: common.rowsFirst(),
            },
          ]),
      ...maps,
      {
        answer: [row + 1, column + 1],
        sentence: common.tooFar(),
      },
    ],
    otherwise: words.pixelOtherwise(),
    look: null,
    open: true,
    path: path.value,
  };
}
