import { formatNumber } from '@/lib/format/format';
import type { Term } from '@/lib/kinds/types';
import type { Stage } from '@/lib/network/pipeline';
import { explain } from '@/lib/provenance/explain';
import { receptiveField } from '@/lib/provenance/field';
import { firstOf, standout } from '@/lib/questions/choose';
import type { About, Mistake, Task } from '@/lib/questions/task';
import { cellName, span, stageBefore, whole } from '@/lib/questions/task-words';
import { asMap, asPlace, type Cell } from '@/lib/tensor/tensor';
import words from '@/words/task-pooling';
import common from '@/words/task-words';

/**
 * Which value of a window is its maximum; after a second pooling also where the pixels of its receptive field
 * begin.
 */
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
      const explanation = explain(pipeline, trace, weights, stage.id, cell);
      if (!explanation.ok || explanation.value.terms.length < 2) return null;
      const { terms } = explanation.value;
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
                sentence: words.deepPlace({ before: before.id }),
              },
            ]
          : []),
      ];
      return {
        id: `winner ${cell}`,
        text: words.text({
          stage: stage.id,
          value: formatNumber(explanation.value.value),
          cell: cellName(stage, cell),
          before: before.id,
          deep: deep ? 'yes' : 'no',
        }),
        tip: words.tip({ count: terms.length, before: before.id }),
        fields: [
          whole(words.row({ stage: before.id }), height),
          whole(words.column({ stage: before.id }), width),
          ...(deep ? [whole(words.pixelRow(), pipeline.architecture.input[0])] : []),
        ],
        right: [row, column, ...(deep ? [top] : [])],
        because: words.because({
          value: formatNumber(terms[best].value),
          row,
          column,
          rows: span('pixel row', top, tall),
        }),
        mistakes,
        otherwise: words.notUnder({ stage: stage.id }),
        look: cell,
        open: true,
        path: [
          { stage: stage.id, cell },
          { stage: before.id, cell: source },
        ],
      };
    },
  );
}

interface Window {
  /** The pooled cell of `stage`, and the stage that it reads. */
  readonly cell: Cell;
  readonly stage: Stage;
  readonly before: Stage;
  readonly terms: readonly Term[];
  /** The index of the winner. */
  readonly best: number;
}

/** Typical mistakes in naming the winner's row and column. */
export function wrongPlaces({ cell, stage, before, terms, best }: Window): Mistake[] {
  const [row, column] = asPlace(terms[best].source);
  return [
    ...(row === column
      ? []
      : [
          {
            answer: [column, row],
            sentence: common.rowsFirst(),
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
                  ? words.equal({ before: before.id })
                  : words.smaller({ before: before.id, value: formatNumber(value) }),
            },
          ],
    ),
    {
      answer: [row + 1, column + 1],
      sentence: common.tooFar(),
    },
    {
      answer: [cell[0], cell[1] ?? 0],
      sentence: words.ownPlace({ stage: stage.id, before: before.id }),
    },
  ];
}
