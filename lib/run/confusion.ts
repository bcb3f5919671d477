/** A network's predictions against the actual classes: images by their index in the set. */

/** For each actual class, for each predicted class, the images: `cells[actual][predicted]`. */
export type Confusion = readonly (readonly (readonly number[])[])[];

/** The same as numbers of images. */
export type ConfusionCounts = readonly (readonly number[])[];

/** How many images there are in each cell. */
export const countsOf = (confusion: Confusion): ConfusionCounts =>
  confusion.map((row) => row.map((cell) => cell.length));

/** Sorts images by their actual and their predicted class. */
export function confusionOf(
  labels: readonly number[],
  answers: readonly number[],
  classes: number,
): Confusion {
  const cells = Array.from({ length: classes }, () => Array.from({ length: classes }, (): number[] => []));
  labels.forEach((label, image) => {
    cells[label]?.[answers[image]]?.push(image);
  });
  return cells;
}

/** The share of a class's images that were predicted correctly. NaN where it has no images. */
export function recallOf(counts: ConfusionCounts, right: number): number {
  const all = counts[right].reduce((sum, count) => sum + count, 0);
  return counts[right][right] / all;
}

/** The largest cell off the diagonal: the most frequent confusion. Null where there is none. */
export function worstMistake(
  counts: ConfusionCounts,
): { readonly right: number; readonly answered: number; readonly count: number } | null {
  let worst = null;
  for (const [right, row] of counts.entries())
    for (const [answered, count] of row.entries())
      if (right !== answered && count > (worst?.count ?? 0)) worst = { right, answered, count };
  return worst;
}

/** Images whose prediction differs from an earlier epoch's. */
export interface Changes {
  /** Wrong before, right now. */
  readonly gained: readonly number[];
  /** Right before, wrong now. */
  readonly lost: readonly number[];
  /** Wrong before and now, with a different prediction. */
  readonly other: readonly number[];
}

/** Which images changed their prediction from one epoch to another. */
export function changesOf(
  labels: readonly number[],
  before: readonly number[],
  now: readonly number[],
): Changes {
  const changed = labels.map((_, image) => image).filter((image) => before[image] !== now[image]);
  const isRight = (answers: readonly number[], image: number) => answers[image] === labels[image];
  return {
    gained: changed.filter((image) => isRight(now, image)),
    lost: changed.filter((image) => isRight(before, image)),
    other: changed.filter((image) => !isRight(now, image) && !isRight(before, image)),
  };
}
