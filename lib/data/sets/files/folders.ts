/** What the paths of a data set's images say about them: the folder of a class, and, above or below, of a split. */
import type { Split } from '../labelled-set';

const NAMES: Readonly<Record<string, Split>> = {
  train: 'training',
  training: 'training',
  val: 'validation',
  valid: 'validation',
  validation: 'validation',
  validierung: 'validation',
  dev: 'validation',
  test: 'test',
  testing: 'test',
  eval: 'test',
};

/** The split that a name stands for: of a folder, of a table, of a word in a table's cell. */
export function splitNamed(name: string): Split | null {
  const found = name.toLowerCase().replace(/[\s_-]*(set|data|images|s?daten)$/, '');
  return Object.hasOwn(NAMES, found) ? NAMES[found] : null;
}

/** What the path of an image says. */
export interface Place {
  /** The name of its class; null where it lies in no folder of a class. */
  readonly label: string | null;
  /** Null where no folder says so. */
  readonly split: Split | null;
}

/** The folders above a file. */
const foldersOf = (path: string): string[] => path.split('/').slice(0, -1);

/** How many folders all files have in common, from the first on. */
function commonDepth(all: readonly (readonly string[])[]): number {
  const [first = []] = all;
  let depth = first.length;
  for (const folders of all) for (let at = 0; at < depth; at++) if (folders[at] !== first[at]) depth = at;
  return depth;
}

/**
 * The depth at which all folders are called for a split: above the classes, below each of them, or above all images. A class
 * that happens to be called so (a train beside a car) is none: the others at its depth aren't, and are no classes below it.
 */
function splitDepth(all: readonly (readonly string[])[], common: number): number {
  const isSplits = (depth: number) => {
    const deep = all.filter((folders) => depth < folders.length);
    const isSplit = (folders: readonly string[]) => splitNamed(folders[depth]) !== null;
    // Some of a class may lie beside train/ and test/, in a folder of its own.
    const below = new Set(deep.filter(isSplit).map((folders) => folders[depth + 1]));
    return deep.some(isSplit) && deep.every((folders) => isSplit(folders) || below.has(folders[depth]));
  };
  const below = [common, common + 1].find(isSplits);
  return below ?? all[0]?.slice(0, common).findIndex((name) => splitNamed(name) !== null) ?? -1;
}

/**
 * Reads class and split from paths. Folders named for a split are left out (train/, validation/, test/ and the like), then
 * the folders that all images have in common; what is left begins with the class. Where all lie in one folder, that is the
 * class.
 */
export function placesOf(paths: readonly string[]): readonly Place[] {
  const all = paths.map(foldersOf);
  const at = splitDepth(all, commonDepth(all));
  const rest = all.map((folders) =>
    folders.filter((name, depth) => depth !== at || splitNamed(name) === null),
  );
  const shared = commonDepth(rest);
  const together = rest.every((folders) => folders.length === shared);
  return rest.map((folders, image) => ({
    label: folders[together ? shared - 1 : shared] ?? null,
    split: at < 0 ? null : splitNamed(all[image][at] ?? ''),
  }));
}

/** Class names in their order, and which of them differ only in capitals. */
export interface NamedClasses {
  readonly classes: readonly string[];
  /** The place in `classes` of every name. */
  readonly labelOf: ReadonlyMap<string, number>;
  /** Names that were taken for the same class, each group with the one that stands for it first. */
  readonly alike: readonly (readonly string[])[];
}

/** Numbers are in their own order, names in that of their letters. */
function compareNames(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)];
  if (Number.isFinite(x) && Number.isFinite(y) && x !== y) return x - y;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The classes of some names; those that differ only in capitals are one class, called as the first in the order. */
export function namedClasses(names: Iterable<string>): NamedClasses {
  const groups = new Map<string, string[]>();
  for (const name of [...new Set(names)].sort(compareNames)) {
    const key = name.normalize('NFC').toLowerCase();
    groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  const all = [...groups.values()];
  return {
    classes: all.map(([first]) => first),
    labelOf: new Map(all.flatMap((group, label) => group.map((name) => [name, label] as const))),
    alike: all.filter((group) => group.length > 1),
  };
}
