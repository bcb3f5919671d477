import { createStore, del, entries, get, set, type UseStore } from 'idb-keyval';
import * as v from 'valibot';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/own-picture';
import { announceChange } from './database-news';
import { PICTURE_BYTES, type Picture } from './picture';

/** What is kept of an own picture: the 64x64 pixels the network sees, never the file. */
const KeptSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^own-[0-9a-f]{8}$/)),
  name: v.string(),
  pixels: v.pipe(
    v.instance(Uint8Array),
    v.check((pixels) => pixels.length === PICTURE_BYTES),
  ),
  keptAt: v.number(),
});

/** Opened at the first use: where there is no IndexedDB, only keeping fails. */
let opened: UseStore | undefined;
function store(): UseStore {
  opened ??= createStore('pipeline-tracer-pictures', 'own');
  return opened;
}

async function attempt<T>(sentence: string, work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (error) {
    const full = error instanceof DOMException && error.name === 'QuotaExceededError';
    return fail(full ? words.full({ sentence }) : sentence, String(error));
  }
}

/** Keeps a picture in this browser, for the next visit. It can be used whether or not that works. */
export const keepOwnPicture = ({ id, name, pixels }: Picture): Promise<Result<void>> =>
  attempt(words.notKept(), async () => {
    await set(id, { id, name, pixels, keptAt: Date.now() }, store());
    announceChange('images');
  });

/** Removes a kept picture. */
export const forgetOwnPicture = (id: string): Promise<Result<void>> =>
  attempt(words.notRemoved(), async () => {
    await del(id, store());
    announceChange('images');
  });

/** The kept pictures, newest first. What can't be read as one is left out. */
export const keptOwnPictures = (): Promise<Result<readonly Picture[]>> =>
  attempt(words.notReadable(), async () => {
    const kept = (await entries(store())).flatMap(([, value]) => {
      const read = v.safeParse(KeptSchema, value);
      return read.success ? [read.output] : [];
    });
    return kept.sort((a, b) => b.keptAt - a.keptAt).map(asPicture);
  });

/** One kept picture; null when there is none of that name. */
export const keptOwnPicture = (id: string): Promise<Result<Picture | null>> =>
  attempt(words.notReadable(), async () => {
    const read = v.safeParse(KeptSchema, await get(id, store()));
    return read.success ? asPicture(read.output) : null;
  });

const asPicture = ({ id, name, pixels }: v.InferOutput<typeof KeptSchema>): Picture => ({
  id,
  kind: 'own',
  name,
  pixels,
});
