import { type EditedSet, editedCounts } from '../edit/edited-set';
import { SPLITS } from '../labelled-set';
import { distinctCounts } from '../look/findings';
import type { Survey } from '../look/survey';
import { UNKNOWN, writeCard } from './card';
import { folderNames } from './folder-names';

/** The card that goes with an archive of a set. `weaknesses`: a sentence each. */
export function cardOf(set: EditedSet, survey: Survey | null, weaknesses: readonly string[]): string {
  const { name, classes, shape, card = UNKNOWN } = set;
  const folders = folderNames(classes);
  const counts = editedCounts(set);
  const byClass = (row: readonly number[]) =>
    Object.fromEntries(classes.map((one, label) => [one, row[label]]));
  return writeCard(
    { name, ...card, classes: classes.map((one, label) => ({ name: one, folder: folders[label] ?? '' })) },
    {
      shape,
      counts: Object.fromEntries(SPLITS.map((split, at) => [split, byClass(counts[at] ?? [])])),
      distinct: distinctCounts(set, survey) ?? 'not counted',
      weaknesses,
    },
  );
}
