import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { type ImageSet, OWN_SET, PACKAGE_SETS, TEST_SETS } from './image-sets';

const InfoSchema = v.object({
  name: v.string(),
  author: v.object({ name: v.string(), url: v.string() }),
  license: v.object({ title: v.string(), spdx: v.string(), url: v.string() }),
});

/** The artist of the drawings behind the images, and their licence. */
export interface ImageCredit {
  readonly set: ImageSet;
  readonly name: string;
  readonly author: string;
  /** Null of the project's own drawings, which lie nowhere else. */
  readonly url: string | null;
  readonly licence: string;
  readonly licenceUrl: string;
  /** Whether the drawings are for the test images, never for training. */
  readonly test: boolean;
}

/** The project's own drawings are under the licence of its code (LICENSE). */
const OWN_CREDIT: ImageCredit = {
  set: OWN_SET,
  name: 'Pipeline Tracer',
  author: 'The Pipeline Tracer authors',
  url: null,
  licence: 'MIT',
  licenceUrl: 'https://spdx.org/licenses/MIT.html',
  test: true,
};

const TEST: readonly ImageSet[] = TEST_SETS;

/** Reads the credits from the installed packages. Build time only; throws when a package lacks some. */
export async function readImageCredits(): Promise<ImageCredit[]> {
  const ofPackages = await Promise.all(
    PACKAGE_SETS.map(async (set) => {
      const path = join(process.cwd(), 'node_modules', '@iconify-json', set, 'info.json');
      const { name, author, license } = v.parse(InfoSchema, JSON.parse(await readFile(path, 'utf8')));
      return {
        set,
        name,
        author: author.name,
        url: author.url,
        licence: license.spdx,
        licenceUrl: license.url,
        test: TEST.includes(set),
      };
    }),
  );
  return [...ofPackages, OWN_CREDIT];
}
