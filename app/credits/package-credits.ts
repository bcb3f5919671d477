import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';

const Person = v.union([v.string(), v.object({ name: v.string() })]);
const PackageSchema = v.object({
  name: v.string(),
  version: v.string(),
  license: v.string(),
  author: v.optional(Person),
  homepage: v.optional(v.string()),
});

/** A package that the site ships parts of, as it describes itself. */
export interface PackageCredit {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** Null where the package names nobody. */
  readonly author: string | null;
  readonly url: string;
}

/**
 * Every runtime package of this project, fonts and libraries separately. Build time only; throws when a
 * package lacks data.
 */
export async function readPackageCredits(): Promise<{ fonts: PackageCredit[]; libraries: PackageCredit[] }> {
  const { dependencies } = v.parse(
    v.object({ dependencies: v.record(v.string(), v.string()) }),
    await readJson('package.json'),
  );
  const all = await Promise.all(Object.keys(dependencies).map(readCredit));
  const isFont = ({ name }: PackageCredit) => name.startsWith('@fontsource');
  return { fonts: all.filter(isFont), libraries: all.filter((credit) => !isFont(credit)) };
}

async function readCredit(name: string): Promise<PackageCredit> {
  const found = v.parse(PackageSchema, await readJson('node_modules', name, 'package.json'));
  const author = typeof found.author === 'object' ? found.author.name : found.author;
  return {
    name,
    version: found.version,
    licence: found.license,
    // "Name <address> (page)": only the name.
    author: author?.replace(/\s*[<(].*$/, '') || null,
    url: found.homepage ?? `https://www.npmjs.com/package/${name}`,
  };
}

const readJson = async (...path: string[]): Promise<unknown> =>
  JSON.parse(await readFile(join(process.cwd(), ...path), 'utf8'));
