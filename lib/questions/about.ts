import { type Cell, contains, isMap, valueAt } from '@/lib/tensor/tensor';
import words from '@/words/predict';
import type { About, Mistake, Task } from './task';

/** The input of a question: its stage, and the value that it is about. */
export type AboutCell = Omit<About, 'random' | 'classWord'> & { readonly cell: Cell };
/** Writes the question; null where it does not apply to the stage. */
export type Predicted = (about: AboutCell) => Task | null;

/** The fields that all questions about one value share. */
export const common = (stage: string, cell: Cell) => ({
  id: `predict ${cell}`,
  look: cell,
  open: false,
  path: [{ stage, cell }],
});

/** Off by one: the outputs of the neighbouring cells. */
export function besides({ stage, trace, cell }: Pick<AboutCell, 'stage' | 'trace' | 'cell'>): Mistake[] {
  const output = trace.stages[stage.number - 1];
  const steps: readonly (readonly [Cell, string])[] = isMap(stage.output)
    ? [
        [[cell[0], (cell[1] ?? 0) + 1, cell[2] ?? 0], 'columnOn'],
        [[cell[0], (cell[1] ?? 0) - 1, cell[2] ?? 0], 'columnBack'],
        [[cell[0] + 1, cell[1] ?? 0, cell[2] ?? 0], 'rowOn'],
        [[cell[0] - 1, cell[1] ?? 0, cell[2] ?? 0], 'rowBack'],
      ]
    : [
        [[cell[0] + 1], 'indexOn'],
        [[cell[0] - 1], 'indexBack'],
      ];
  return steps.flatMap(([at, step]) =>
    contains(stage.output, at)
      ? [
          {
            answer: [valueAt(output, at)],
            sentence: words.offByOne({ step }),
          },
        ]
      : [],
  );
}
