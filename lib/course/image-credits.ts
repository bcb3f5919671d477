import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { HELD_OUT_SET, IMAGE_SETS, type ImageSet } from './image-sets';

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
  readonly url: string;
  readonly licence: string;
  readonly licenceUrl: string;
  readonly heldOut: boolean;
}

/** Reads the credits from the installed packages. Build time only; throws when a package lacks some. */
export function readImageCredits(): Promise<ImageCredit[]> {
  return Promise.all(
    IMAGE_SETS.map(async (set) => {
      const path = join(process.cwd(), 'node_modules', '@iconify-json', set, 'info.json');
      const { name, author, license } = v.parse(InfoSchema, JSON.parse(await readFile(path, 'utf8')));
      return {
        set,
        name,
        author: author.name,
        url: author.url,
        licence: license.spdx,
        licenceUrl: license.url,
        heldOut: set === HELD_OUT_SET,
      };
    }),
  );
}
