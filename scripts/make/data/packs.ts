/** A data set as packs: the images to train on, to validate and to test, and a description. */
import { isDeepStrictEqual } from 'node:util';
import { gzipSync } from 'node:zlib';
import { crc32 } from '@/lib/data/crc32';
import { encodePack } from '@/lib/data/pack/pack';
import { cardOfKnown } from '@/lib/data/sets/known/about';
import { type Besides, besides, countsOf, type LabelledSet, SPLITS } from '@/lib/data/sets/labelled-set';
import { allNotes } from '@/lib/data/sets/look/odd';
import { ABOUT_FILE, type SiteNetwork } from '@/lib/data/sets/site-set';
import { divided } from '@/lib/data/sets/training/divide';
import { partOf } from '@/lib/data/split';
import { size } from '@/lib/tensor/tensor';

/** A pack has a byte for a class. */
export const MOST_CLASSES = 255;
const SEED = 1;

/** The card of a well-known set is in its reader's language: it isn't written, unless somebody has changed it. */
function withoutKnownCard({ card, ...rest }: LabelledSet): Besides {
  const own = card && !(rest.known && isDeepStrictEqual(card, cardOfKnown(rest.known)));
  return own ? { ...rest, card } : rest;
}

/** The files of a set, by their names. The same set is the same bytes. */
export async function packsOf(
  set: LabelledSet,
  network: SiteNetwork = 'transfer',
): Promise<ReadonlyMap<string, Uint8Array>> {
  const bytes = size(set.shape);
  const sums = Uint32Array.from({ length: set.count }, (_, at) =>
    crc32(set.pixels.subarray(at * bytes, (at + 1) * bytes)),
  );
  const division = divided({ labels: set.labels, splits: set.splits, sums }, SEED);
  const files = new Map<string, Uint8Array>();
  const splits = new Uint8Array(set.count);
  for (const [nth, split] of SPLITS.entries()) {
    for (const place of division[split]) splits[place] = nth;
    const part = partOf(set, division[split]);
    files.set(
      `${split}.bin`,
      await encodePack(part, set.classes.length, (body) => gzipSync(body, { level: 9 })),
    );
  }
  const { name, form, classes, shape, count } = set;
  const counts = countsOf({ ...set, splits });
  const content = [sums, set.labels, splits].map(
    (one) => new Uint8Array(one.buffer, one.byteOffset, one.byteLength),
  );
  const sum = crc32(Buffer.concat([...content, Buffer.from(JSON.stringify([classes, shape]))]));
  const about = {
    name,
    form,
    classes,
    shape,
    count,
    counts,
    sum: sum.toString(16).padStart(8, '0'),
    network,
    notes: allNotes(set),
    ...besides(withoutKnownCard(set)),
  };
  files.set(ABOUT_FILE, Buffer.from(`${JSON.stringify(about, null, 2)}\n`));
  return files;
}
