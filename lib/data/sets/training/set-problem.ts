import words from '@/words/own-set';
import type { SetHead } from '../set-head';

/** A run's log names classes by numbers below this. */
export const MOST_CLASSES = 1000;

/** Why a network can't be trained on a set, as a sentence; null where it can. */
export function setProblem({ classes, counts }: Pick<SetHead, 'classes' | 'counts'>): string | null {
  const all = classes.map((_, label) => counts.reduce((sum, split) => sum + split[label], 0));
  if (all.filter((count) => count > 0).length < 2) return words.oneClass();
  if (classes.length > MOST_CLASSES) return words.manyClasses({ count: classes.length, most: MOST_CLASSES });
  const empty = all.indexOf(0);
  if (empty >= 0) return words.emptyClass({ name: classes[empty] });
  // What the set's folders don't name is drawn from the images for training.
  const [training, ...named] = counts;
  const drawn = named.filter((split) => split.every((count) => count === 0)).length;
  const few = training.findIndex((count) => count < 1 + drawn);
  if (few < 0) return null;
  const parts = (['none', 'one', 'both'] as const)[drawn];
  return words.fewImages({ name: classes[few], count: training[few], least: 1 + drawn, parts });
}
