/** What a network answered, held against what is right: images by their place in the set. */

/** For each right class, for each answered class, the images: `cells[right][answered]`. */
export type Confusion = readonly (readonly (readonly number[])[])[];

/** Sorts images by their right class and the one that was answered. */
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

/** The share of a class's images that were answered rightly. NaN where it has no images. */
export function recallOf(confusion: Confusion, right: number): number {
  const all = confusion[right].reduce((sum, cell) => sum + cell.length, 0);
  return confusion[right][right].length / all;
}

/** The largest cell off the diagonal: what is mistaken for what most often. Null where nothing is. */
export function worstMistake(
  confusion: Confusion,
): { readonly right: number; readonly answered: number; readonly count: number } | null {
  let worst = null;
  for (const [right, row] of confusion.entries())
    for (const [answered, cell] of row.entries())
      if (right !== answered && cell.length > (worst?.count ?? 0))
        worst = { right, answered, count: cell.length };
  return worst;
}

/** Images whose answer is another than an epoch before. */
export interface Changes {
  /** Wrong before, right now. */
  readonly gained: readonly number[];
  /** Right before, wrong now. */
  readonly lost: readonly number[];
  /** Wrong before and now, in another way. */
  readonly other: readonly number[];
}

/** Which images changed their answer from one epoch to another. */
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
