/** Which of a set's images a network predicts right: its answers beside the labels, which may have other numbers. */
import type { EditedSet } from '../edit/edited-set';

/** A class by all of its names: as the network calls it, and as the reader does. */
type Names = readonly string[];

const sameName = (a: string, b: string): boolean =>
  a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();

/**
 * The unit of a network for each class of a set, by their names, whatever their capitals; null where the network doesn't know
 * a class that has images.
 */
export function unitsOfLabels(
  { classes, labels, there }: Pick<EditedSet, 'classes' | 'labels' | 'there'>,
  units: readonly Names[],
): readonly number[] | null {
  const own = classes.map((name) => units.findIndex((names) => names.some((one) => sameName(one, name))));
  const unknown = new Set(own.flatMap((unit, label) => (unit < 0 ? label : [])));
  if (unknown.size === 0) return own;
  return labels.some((label, at) => there[at] === 1 && unknown.has(label)) ? null : own;
}

/** How many of the images that are there a network predicts right, and of how many. */
export function rightOf(
  { labels, there }: Pick<EditedSet, 'labels' | 'there'>,
  units: readonly number[],
  answers: Uint16Array,
): { readonly right: number; readonly count: number } {
  let [right, count] = [0, 0];
  for (let at = 0; at < labels.length; at++) {
    if (there[at] === 0) continue;
    count += 1;
    if (units[labels[at]] === answers[at]) right += 1;
  }
  return { right, count };
}
