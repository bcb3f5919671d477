/** Data sets of image files: one folder a class, or a table of files and labels. */

import type { MapShape } from '@/lib/tensor/tensor';
import words from '@/words/data-sets';
import { gathered } from '../../archives/byte-reader';
import { type Container, Refusal } from '../../archives/container';
import { baseName, isHidden, stemOf } from '../../archives/paths';
import { released } from '../../archives/released';
import { readImageHeader } from '../../image-formats/image-header';
import type { SetPlan } from '../plan';
import { readAll, readEach } from '../read-files';
import { CARD_FILE, type CardFile, readCard } from '../take/card';
import { type Row, readTable } from './csv';
import { namedClasses, type Place, splitNamed } from './folders';
import { LARGEST_FILE, readImageFiles } from './image-files';
import { folderList, type ImageList, listedImages } from './image-list';

const IMAGE = /\.(jpe?g|jfif|pjpeg|png|apng|gif|webp|bmp|dib|avif|heic|heif|tiff?|ico|svg|jxl|jp2)$/i;
const TABLE = /\.(csv|tsv)$/i;
const LARGEST_TABLE = 64e6;
const LARGEST_CARD = 1e6;
const MOST_TABLES = 20;
const MOST_CLASSES = 1000;
const EXAMPLES = 3;

/** Without an ending a file may be an image. */
const mayBeImage = (path: string): boolean => IMAGE.test(path) || !baseName(path).includes('.');

/** The rows of all tables, by the paths and names by which they may mean an image. */
async function tableIn(
  container: Container,
  images: Iterable<number>,
): Promise<{ readonly rows: ReadonlyMap<string, Row>; readonly lacking: number } | null> {
  const tables = container.files.where((path) => TABLE.test(path) && !isHidden(path));
  // All ends of all paths are many times the paths: they are listed only where a table may name them.
  if (tables.length === 0) return null;
  const known = new Set<string>();
  for (const at of images) for (const key of keysOf(container.files.path(at))) known.add(key);
  const rows = new Map<string, Row>();
  let lacking = 0;
  for (const at of tables.slice(0, MOST_TABLES)) {
    const text = new TextDecoder().decode(await readAll(container, at, LARGEST_TABLE));
    const found = readTable(text, (cell) => known.has(cleaned(cell))) ?? [];
    const split = splitNamed(stemOf(container.files.path(at)));
    for (const row of found) {
      const key = cleaned(row.file);
      if (known.has(key)) rows.set(key, { ...row, split: row.split ?? split });
      else lacking += 1;
    }
  }
  return { rows, lacking };
}

const cleaned = (path: string): string => path.replaceAll('\\', '/').replace(/^(\.?\/)+/, '');

/** By what a table may call an image: any end of its path, with or without the ending of its name. */
function keysOf(path: string): string[] {
  const parts = path.split('/');
  const ends = parts.map((_, from) => parts.slice(from).join('/'));
  return ends.flatMap((end) => [end, end.replace(/\.\w+$/, '')]);
}

function rowOf(path: string, rows: ReadonlyMap<string, Row>): Row | null {
  for (const key of keysOf(path)) {
    const row = rows.get(key);
    if (row) return row;
  }
  return null;
}

/** The card that came with the images; null where there is none, or several. */
async function cardIn(container: Container): Promise<CardFile | null> {
  const cards = container.files.where((path) => baseName(path) === CARD_FILE);
  if (cards.length !== 1) return null;
  try {
    return readCard(new TextDecoder().decode(await readAll(container, cards[0], LARGEST_CARD)));
  } catch {
    return null;
  }
}

/** What the card calls the classes of some folders; the folders’ own names where that would make two classes one. */
function namesOnCard(folders: readonly string[], card: CardFile): readonly string[] {
  const names = new Map(card.classes.map(({ folder, name }) => [folder, name]));
  const called = folders.map((folder) => names.get(folder) ?? folder);
  return namedClasses(called).classes.length === folders.length ? called : folders;
}

/** The shape of the first image; null where that is unknown. */
async function naturalOf(container: Container, at: number): Promise<MapShape | null> {
  try {
    const read = await readEach(container, [at], (reader) =>
      gathered(reader.pieces(Number.MAX_SAFE_INTEGER), LARGEST_FILE),
    );
    const size = readImageHeader(read.get(at) ?? new Uint8Array(0))?.size;
    return size ? [size.height, size.width, 3] : null;
  } catch {
    return null;
  }
}

/** The plan of a set of image files. @throws Refusal where there are none, or nothing says what class they are of. */
export async function imagesSet(container: Container, name: string): Promise<SetPlan> {
  const { files } = container;
  const shown = files.length - files.where(isHidden).length;
  const order = files.order();
  const places = order.filter((at) => mayBeImage(files.path(at)) && !isHidden(files.path(at)));
  released(order);
  if (places.length === 0) throw new Refusal(shown === 0 ? words.nothing() : words.noImages());
  const card = await cardIn(container);
  const tables = await tableIn(container, places);
  // One that names none of the images is passed over.
  const table = tables && tables.rows.size > 0 ? tables : null;
  const folders = folderList(files, places);
  const placeOf = (nth: number): Place => {
    const place = folders.places[folders.folderOf[nth]];
    const row = table && rowOf(files.path(places[nth]), table.rows);
    return table ? { label: row?.label ?? null, split: row?.split ?? place.split } : place;
  };
  const labels = new Set<string>();
  for (let nth = 0; nth < places.length; nth++) {
    const { label } = placeOf(nth);
    if (label !== null) labels.add(label);
  }
  const named = namedClasses(labels);
  const classes = card ? namesOnCard(named.classes, card) : named.classes;
  if (classes.length === 0) throw new Refusal(words.noClasses());
  if (classes.length > MOST_CLASSES)
    throw new Refusal(words.manyClasses({ count: classes.length, most: MOST_CLASSES }));
  const images = listedImages(files, places, placeOf, named.labelOf);
  const unlabelled = places.length - images.count;
  released(folders.folderOf);
  const isOther = (path: string) =>
    !isHidden(path) &&
    !mayBeImage(path) &&
    !(table && TABLE.test(path)) &&
    !(card && baseName(path) === CARD_FILE);
  const others = files.where(isOther);
  const empty = table ? [] : emptyFolders(container, images);
  return {
    name,
    form: 'images',
    container: container.kind,
    count: images.count,
    natural: await naturalOf(container, images.places[0]),
    classes,
    onlyUsed: true,
    ...(card && { name: card.name, card: { source: card.source, licence: card.licence } }),
    async *read(draft, choice, decode) {
      const sample = (all: readonly string[]) =>
        all
          .slice(0, EXAMPLES)
          .map((one) => words.quoted({ name: one }))
          .join(', ');
      for (const [first, ...rest] of named.alike)
        draft.note(words.alike({ name: first, others: sample(rest) }));
      if (unlabelled > 0) draft.note((table ? words.notInTable : words.noFolder)({ count: unlabelled }));
      if (tables && tables.lacking > 0) draft.note(words.tableLacks({ count: tables.lacking }));
      if (container.links) draft.note(words.links({ count: container.links }));
      if (others.length > 0) {
        const names = sample(others.slice(0, EXAMPLES).map((at) => baseName(files.path(at))));
        draft.note(words.others({ count: others.length, names }));
      }
      if (shown < files.length) draft.note(words.hidden({ count: files.length - shown }));
      if (empty.length > 0)
        draft.note(
          words.emptyClasses({
            count: empty.length,
            names: sample(empty),
            more: Math.max(0, empty.length - EXAMPLES),
          }),
        );
      yield* readImageFiles({ container, images, draft, choice, decode });
    },
  };
}

const parentOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0));

/** The names of folders beside those of the classes in which there is nothing at all. */
function emptyFolders({ files, folders }: Container, images: ImageList): readonly string[] {
  if (folders.length === 0) return [];
  const parents = new Set(images.folders.map(parentOf));
  const used = new Set<string>();
  for (let at = 0; at < files.length; at++)
    for (let folder = parentOf(files.path(at)); folder !== '' && !used.has(folder); folder = parentOf(folder))
      used.add(folder);
  return folders
    .filter((folder) => parents.has(parentOf(folder)) && !isHidden(folder) && !used.has(folder))
    .map(baseName);
}
