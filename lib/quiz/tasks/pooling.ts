import { formatNumber } from '@/lib/format/format';
import type { Term } from '@/lib/layers/types';
import type { Stage } from '@/lib/pipeline/pipeline';
import { explain } from '@/lib/provenance/explain';
import { receptiveField } from '@/lib/provenance/field';
import { asMap, asPlace, type Cell } from '@/lib/tensor/tensor';
import { firstOf, standout } from './choose';
import type { About, Mistake, Task } from './task';
import { cellName, span, stageBefore, whole } from './words';

/** Which value of a window decided its maximum; behind a second pooling also where the pixels begin that it sees. */
export function winner(about: About): Task | null {
  const { pipeline, trace, weights, stage, random } = about;
  const before = stageBefore(pipeline, stage);
  if (!before) return null;
  const deep = pipeline.stages.slice(0, stage.number - 1).some(({ layer }) => layer.kind === 'maxPool');
  const [height, width] = asMap(stage.input);
  return firstOf(
    trace.stages[stage.number - 1],
    random,
    (value) => value > 0,
    (cell): Task | null => {
      const told = explain(pipeline, trace, weights, stage.id, cell);
      if (!told.ok || told.value.terms.length < 2) return null;
      const { terms } = told.value;
      const best = standout(terms.map(({ value }) => value));
      if (best === null) return null;
      const { source } = terms[best];
      const [row, column] = asPlace(source);
      const field = receptiveField(pipeline, before.id, source);
      if (!field.ok) return null;
      const { row: top, height: tall } = field.value;
      const rest = (answer: Mistake['answer']) => (deep ? [...answer, null] : answer);
      const mistakes: Mistake[] = [
        ...wrongPlaces({ cell, stage, before, terms, best }).map((one) => ({
          ...one,
          answer: rest(one.answer),
        })),
        ...(deep
          ? [
              {
                answer: [row, column, row],
                sentence: `The place is right. But its row in ${before.id} is no row of the picture: between them lie a pooling and kernels that reach further.`,
              },
            ]
          : []),
      ];
      return {
        id: `winner ${cell}`,
        text: `${stage.id} has ${formatNumber(told.value.value)} at ${cellName(stage, cell)}. Which place of the same map of ${before.id} decided this maximum?${deep ? ' And in which row do the pixels begin that the winner can see?' : ''}`,
        tip: `The window covers ${terms.length} values of ${before.id}. The figure shows them, and so does the open value.`,
        fields: [
          whole(`row in ${before.id}`, height),
          whole(`column in ${before.id}`, width),
          ...(deep ? [whole('first pixel row', pipeline.architecture.input[0])] : []),
        ],
        right: [row, column, ...(deep ? [top] : [])],
        because: `The winner is ${formatNumber(terms[best].value)} at row ${row}, column ${column}. It sees ${span('pixel row', top, tall)}.`,
        mistakes,
        otherwise: `That place is not under this window of ${stage.id}.`,
        look: cell,
        open: true,
        way: [
          { stage: stage.id, cell },
          { stage: before.id, cell: source },
        ],
      };
    },
  );
}

interface Window {
  /** The value of `stage` that was decided, and the stage it reads. */
  readonly cell: Cell;
  readonly stage: Stage;
  readonly before: Stage;
  readonly terms: readonly Term[];
  /** Which of them won. */
  readonly best: number;
}

/** The ways to name another place than the winner's: row and column. */
export function wrongPlaces({ cell, stage, before, terms, best }: Window): Mistake[] {
  const [row, column] = asPlace(terms[best].source);
  return [
    ...(row === column
      ? []
      : [
          {
            answer: [column, row],
            sentence: 'Rows come before columns: you have them the other way round.',
          },
        ]),
    ...terms.flatMap(({ source, value }, at) =>
      at === best
        ? []
        : [
            {
              answer: asPlace(source).slice(0, 2),
              sentence:
                value === terms[best].value
                  ? `There ${before.id} has the same number, but of equals the first counts, row by row.`
                  : `There ${before.id} has ${formatNumber(value)}. Another value of the window is larger.`,
            },
          ],
    ),
    {
      answer: [row + 1, column + 1],
      sentence: 'One too far each way: rows and columns are counted from 0.',
    },
    {
      answer: [cell[0], cell[1] ?? 0],
      sentence: `That is the place in ${stage.id}. Asked for is the one in ${before.id}.`,
    },
  ];
}
