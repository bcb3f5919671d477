/** Data sets that a site serves as packs: what `npm run data` writes, read again. */
import * as v from 'valibot';
import { fail, ok, type Result } from '@/lib/result';
import { asset } from '@/lib/site/asset';
import words from '@/words/data';
import type { LabelledImages } from '../data-set';
import { fetchAll } from '../fetch-bytes';
import { decodePack } from '../pack/pack';
import { cardOfKnown } from './known/about';
import { KNOWN_SETS } from './known/published';
import { besides, FITS, type LabelledSet, SPLITS } from './labelled-set';
import { cardSchema } from './take/card';

/** Where a site's packs are: each set in a folder of its own, and beside them the list of all. */
export const SETS_FOLDER = 'sets';
export const ABOUT_FILE = 'set.json';
export const LIST_FILE = 'sets.json';

/** A folder's name is part of addresses, and of the id of the subject that is made of its set. */
export const FOLDER = /^[\w-]{1,40}$/;

/** The networks that a site can offer for its set: the photographs' one, frozen, or layers with random weights. */
export const SITE_NETWORKS = ['transfer', 'reference', 'tinyVgg', 'lenet', 'photographs'] as const;
export type SiteNetwork = (typeof SITE_NETWORKS)[number];

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const side = v.pipe(v.number(), v.integer(), v.minValue(1));
const aboutSchema = v.object({
  name: v.string(),
  form: v.picklist(['images', 'cifar10', 'cifar100', 'idx', 'npz', 'camera', 'pad']),
  classes: v.pipe(v.array(v.string()), v.minLength(1)),
  shape: v.tuple([side, side, v.picklist([1, 3])]),
  count: v.pipe(count, v.minValue(1)),
  /** `[split][class]`. */
  counts: v.pipe(v.array(v.array(count)), v.length(SPLITS.length)),
  /** Of the images, their classes and splits: what was stored of an earlier version is not taken for this one. */
  sum: v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/)),
  network: v.picklist(SITE_NETWORKS),
  notes: v.array(v.string()),
  card: v.exactOptional(cardSchema),
  fit: v.exactOptional(v.picklist(FITS)),
  known: v.exactOptional(v.picklist(KNOWN_SETS)),
});

/** A set without its images. */
export type AboutSet = Readonly<v.InferOutput<typeof aboutSchema>>;

const listSchema = v.object({
  version: v.literal(1),
  sets: v.array(v.object({ folder: v.pipe(v.string(), v.regex(FOLDER)), about: aboutSchema })),
});

/** A set that the site serves. */
export type SiteSet = Readonly<v.InferOutput<typeof listSchema>['sets'][number]>;

/** The list of a site's sets, as its file. */
export const writeList = (sets: readonly SiteSet[]): string =>
  `${JSON.stringify({ version: 1, sets }, null, 2)}\n`;

/** The data sets that this site serves: most serve none. */
export async function listSiteSets(base?: string): Promise<Result<readonly SiteSet[]>> {
  try {
    const response = await fetch(asset(`/${SETS_FOLDER}/${LIST_FILE}`, base));
    if (!response.ok) return fail(words.noList(), `HTTP ${response.status}`);
    const read = v.safeParse(listSchema, await response.json());
    return read.success ? ok(read.output.sets) : fail(words.noList(), v.summarize(read.issues));
  } catch (error) {
    return fail(words.noList(), String(error));
  }
}

/** Reads the description of a set; null where the text is none. */
export function readAbout(text: string): AboutSet | null {
  try {
    const read = v.safeParse(aboutSchema, JSON.parse(text));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

/** The addresses of a set's packs; `folder` is where its site's files begin. */
export const packAddresses = (folder: string): readonly string[] =>
  SPLITS.map((split) => `/${SETS_FOLDER}/${folder}/${split}.bin`);

/** Fetches a set that the site serves. `between` is awaited now and then, so that other work gets its turn. */
export async function loadSiteSet(
  about: AboutSet,
  addresses: readonly string[],
  onProgress: (bytes: number) => void,
  between: () => Promise<void>,
): Promise<Result<LabelledSet>> {
  const packs = await fetchAll(addresses, ({ loaded }) => onProgress(loaded));
  if (!packs.ok) return packs;
  const parts: LabelledImages[] = [];
  for (const pack of packs.value) {
    const part = await decodePack(pack, between);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  return joined(about, parts);
}

/** The parts of a set as one: those to train on, to validate with and to test. */
function joined(about: AboutSet, parts: readonly LabelledImages[]): Result<LabelledSet> {
  const { shape, classes } = about;
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  const fits = parts.every(
    (part) => part.shape.join() === shape.join() && part.labels.every((label) => label < classes.length),
  );
  if (!fits || total !== about.count)
    return fail(words.arrivedDamaged(), `${total} images of ${about.count}, or of another shape`);
  const pixels = new Uint8Array(parts.reduce((sum, part) => sum + part.pixels.length, 0));
  const [labels, splits] = [new Uint16Array(total), new Uint8Array(total)];
  let [image, byte] = [0, 0];
  for (const [split, part] of parts.entries()) {
    pixels.set(part.pixels, byte);
    labels.set(part.labels, image);
    splits.fill(split, image, image + part.count);
    byte += part.pixels.length;
    image += part.count;
  }
  const { name, form, notes, known } = about;
  const { card = known && cardOfKnown(known) } = about;
  return ok({
    name,
    form,
    classes,
    shape,
    count: total,
    notes,
    ...besides({ ...about, ...(card && { card }) }),
    pixels,
    labels,
    splits,
  });
}
