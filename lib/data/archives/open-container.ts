/** Chosen files as what lies in them: archives are recognized by their first bytes, whatever their names. */
import type { ChosenFile } from '@/lib/site/chosen-files';
import words from '@/words/data-sets';
import { ByteReader } from './byte-reader';
import { ofBlob, partsOf } from './byte-source';
import { type Container, type Parts, Refusal, together } from './container';
import { firstUnpacked, gunzipped, isGzip } from './gzip';
import { looseFiles } from './loose';
import { baseName, stemOf } from './paths';
import { isTarHeader, tarArchive } from './tar';
import { zipArchive } from './zip-archive';

const BLOCK = 512;
/** Among more files there are no archives: their first bytes aren't looked at. */
const MOST_ARCHIVES = 16;

const isZip = ([p, k, one, two]: Uint8Array): boolean =>
  p === 0x50 && k === 0x4b && ((one === 3 && two === 4) || (one === 5 && two === 6));

/** The first bytes of some parts; null where they can't be read. */
async function firstOf(parts: Parts, count: number): Promise<Uint8Array | null> {
  const reader = new ByteReader(parts);
  try {
    return (await reader.upTo(count)).slice();
  } catch {
    return null;
  } finally {
    await reader.end().catch(() => {});
  }
}

/** The first block that a gzipped file unpacks to, `packed` being its beginning; null where it is damaged. */
async function firstInside(packed: Uint8Array, all: () => Parts): Promise<Uint8Array | null> {
  try {
    return firstUnpacked(packed, BLOCK) ?? (await firstOf(gunzipped(all()), BLOCK));
  } catch {
    return null;
  }
}

/** The files of an archive; `loose` where the file is none, and `locked` where it can't be read. */
async function opened({ name, file }: ChosenFile): Promise<Container | 'loose' | 'locked'> {
  const plain = () => partsOf(file);
  const first = await firstOf(partsOf(file.slice(0, BLOCK)), BLOCK);
  if (!first) return 'locked';
  if (isZip(first)) return zipArchive(ofBlob(file), baseName(name));
  if (isTarHeader(first)) return tarArchive(plain, name);
  const unpacked = () => gunzipped(plain());
  const inside = isGzip(first) && (await firstInside(first, plain));
  return inside && isTarHeader(inside) ? tarArchive(unpacked, name) : 'loose';
}

/**
 * What lies in chosen files, and in `folders`, which may be empty, beside them. Of several archives each is a folder of its
 * name ("train.zip" and "test.zip").
 * @throws Refusal where an archive can't be read, or shouldn't.
 */
export async function openContainer(
  chosen: readonly ChosenFile[],
  folders: readonly string[] = [],
): Promise<Container> {
  const loose: ChosenFile[] = [];
  const archives: [string, Container][] = [];
  let locked = 0;
  for (const file of chosen) {
    const archive = chosen.length <= MOST_ARCHIVES ? await opened(file) : 'loose';
    if (typeof archive === 'object') archives.push([stemOf(file.name), archive]);
    else loose.push(file);
    if (archive === 'locked') locked += 1;
  }
  // One among others is passed over when its turn comes.
  if (locked > 0 && locked === chosen.length)
    throw new Refusal(words.fileDamaged({ file: baseName(chosen[0].name) }), 'not readable');
  if (archives.length === 1) archives[0][0] = '';
  return together(loose.length > 0 ? [...archives, ['', looseFiles(loose, folders)]] : archives);
}
