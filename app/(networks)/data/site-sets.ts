import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ABOUT_FILE, readAbout, SETS_FOLDER, type SiteSet } from '@/lib/data/sets/site-set';

/**
 * The data sets that `npm run data` has written for this site, by their folders. Build time only.
 * @throws Error where a description can't be read: better here than in a visitor's browser.
 */
export function readSiteSets(root = join(process.cwd(), 'public')): readonly SiteSet[] {
  return foldersIn(join(root, SETS_FOLDER)).map((folder) => {
    const file = join(root, SETS_FOLDER, folder, ABOUT_FILE);
    const about = readAbout(readFileSync(file, 'utf8'));
    if (!about) throw new Error(`${file} is no description of a data set.`);
    return { folder, about };
  });
}

function foldersIn(folder: string): readonly string[] {
  try {
    const all = readdirSync(folder, { withFileTypes: true });
    return all
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort();
  } catch {
    // Most sites have none.
    return [];
  }
}
