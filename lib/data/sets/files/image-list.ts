/** The image files of a set: what is known of each lies in flat memory, as there may be a hundred thousand. */
import type { Listing } from '../../archives/listing';
import { SPLITS } from '../labelled-set';
import { type Place, placesOf } from './folders';

/** Images in the order of their set. */
export interface ImageList {
  readonly count: number;
  /** The place of each in its container. */
  readonly places: Uint32Array;
  readonly labels: Uint16Array;
  /** A place in SPLITS. */
  readonly splits: Uint8Array;
  /** The folders in which they are, each once. */
  readonly folders: readonly string[];
  path(nth: number): string;
}

/** The folders of some files, and what each says about what is in it. */
export interface FolderList {
  readonly folders: readonly string[];
  readonly places: readonly Place[];
  /** The place in `folders` of the folder of each file. */
  readonly folderOf: Uint32Array;
}

const folderOfPath = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0));

export function folderList(files: Listing, places: Uint32Array): FolderList {
  const known = new Map<string, number>();
  const paths: string[] = [];
  const folderOf = places.map((at) => {
    const path = files.path(at);
    const folder = folderOfPath(path);
    const found = known.get(folder);
    if (found !== undefined) return found;
    known.set(folder, paths.length);
    return paths.push(path) - 1;
  });
  return { folders: [...known.keys()], places: placesOf(paths), folderOf };
}

/** The images at these places of a container, those without a label left out of `places`. `placeOf`: what is known of each. */
export function listedImages(
  files: Listing,
  places: Uint32Array,
  placeOf: (nth: number) => Place,
  labelOf: ReadonlyMap<string, number>,
): ImageList {
  const labels = new Uint16Array(places.length);
  const splits = new Uint8Array(places.length);
  const folders = new Set<string>();
  let count = 0;
  for (const [nth, at] of places.entries()) {
    const { label, split } = placeOf(nth);
    if (label === null) continue;
    places[count] = at;
    labels[count] = labelOf.get(label) ?? 0;
    splits[count] = SPLITS.indexOf(split ?? 'training');
    folders.add(folderOfPath(files.path(at)));
    count += 1;
  }
  return {
    count,
    places: places.subarray(0, count),
    labels,
    splits,
    folders: [...folders],
    path: (nth) => files.path(places[nth]),
  };
}
