import { type Cell, contains, isMap, valueAt } from '@/lib/tensor/tensor';
import words from '@/words/predict';
import type { About, Mistake, Task } from './task';

/** What a question is written from: its stage, and the value it is about. */
export type AboutCell = Omit<About, 'random' | 'classWord'> & { readonly cell: Cell };
/** Writes the question; null where the stage has no such thing. */
export type Predicted = (about: AboutCell) => Task | null;

/** What all questions about one value have in common. */
export const common = (stage: string, cell: Cell) => ({
  id: `predict ${cell}`,
  look: cell,
  open: false,
  path: [{ stage, cell }],
});

/** Off by one: what the neighbours answer. */
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
