/** The list of the data sets that a site serves, which its pages read. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  ABOUT_FILE,
  FOLDER,
  LIST_FILE,
  readAbout,
  SETS_FOLDER,
  type SiteSet,
  writeList,
} from '@/lib/data/sets/site-set';
import { stop } from '../../project';

/** Whether a folder lies where a site's sets are: then its name is part of addresses. */
export const isServed = (folder: string): boolean => basename(dirname(folder)) === SETS_FOLDER;

/** Ends the command where a set can't be served under the name of its folder. */
export function checkFolder(folder: string): void {
  const name = basename(folder);
  if (isServed(folder) && !FOLDER.test(name))
    stop(`A folder of a site's set has a name of at most 40 letters, digits, "-" and "_", unlike "${name}".`);
}

/**
 * Lists all sets that lie beside one that was written, itself included. Returns the file; null where a site serves none from
 * there. A folder without a description is passed over; one that is damaged ends the command.
 */
export function listBeside(folder: string): string | null {
  if (!isServed(folder)) return null;
  const all = dirname(folder);
  const sets = readdirSync(all, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(all, entry.name, ABOUT_FILE)))
    .map(({ name }) => name)
    .sort()
    .map((name): SiteSet => {
      const file = join(all, name, ABOUT_FILE);
      const about = readAbout(readFileSync(file, 'utf8'));
      return about && FOLDER.test(name)
        ? { folder: name, about }
        : stop(
            `${file} does not describe a set that this version can serve. Write it again, or delete its folder.`,
          );
    });
  const list = join(all, LIST_FILE);
  writeFileSync(list, writeList(sets));
  return list;
}
