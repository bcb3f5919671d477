/* The data sets that the learner has read from files: stored in this browser. Written only here. */
import { get, getMany, promisifyRequest, update } from 'idb-keyval';
import * as v from 'valibot';
import { announceChange, attempt as attemptOn, followChanges } from '@/lib/data/database';
import { headOf, type SetHead } from '@/lib/data/sets/data-set-of';
import type { LabelledSet } from '@/lib/data/sets/labelled-set';
import { dataKey, dataSchema, setStore as store } from '@/lib/data/sets/training/stored-set';
import { formatBytes } from '@/lib/format/bytes';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/data-page';

/** How many are stored. */
export const MOST_KEPT = 20;
const LONGEST_NAME = 80;

/** The form of their ids. */
const SET_ID = /^set-[0-9a-f]{8}$/;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const side = v.pipe(v.number(), v.integer(), v.minValue(1));
const headSchema = v.object({
  id: v.pipe(v.string(), v.regex(SET_ID)),
  name: v.string(),
  form: v.picklist(['images', 'cifar10', 'cifar100', 'idx', 'npz']),
  classes: v.array(v.string()),
  shape: v.tuple([side, side, v.picklist([1, 3])]),
  count,
  counts: v.array(v.array(count)),
  notes: v.array(v.string()),
  bytes: count,
  keptAt: v.number(),
});

/** A stored set without its images. */
export interface KeptSet extends SetHead {
  /** Of its images. */
  readonly bytes: number;
  readonly keptAt: number;
}

const newId = (): string =>
  `set-${crypto.getRandomValues(new Uint32Array(1))[0].toString(16).padStart(8, '0')}`;

const listeners = new Set<() => void>();

/** Calls `listener` when the stored sets have changed, in this tab or another. Returns a function that stops it. */
export function followSets(listener: () => void): () => void {
  listeners.add(listener);
  const stop = followChanges('sets', listener);
  return () => {
    listeners.delete(listener);
    stop();
  };
}

function changed(): void {
  for (const listener of listeners) listener();
  announceChange('sets');
}

/** What fails is said in this sentence. */
const attempt = <T>(failed: string, work: () => Promise<T>): Promise<Result<T>> =>
  attemptOn({ failed, full: words.full() }, work);

const readHead = (value: unknown): KeptSet | null => {
  const read = v.safeParse(headSchema, value);
  return read.success ? read.output : null;
};

/** Stores a set in this browser. Resolves with its id. */
export async function keepSet(set: LabelledSet): Promise<Result<string>> {
  const id = newId();
  const bytes = set.pixels.length;
  const { quota = Number.POSITIVE_INFINITY, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
  if (usage + bytes > quota)
    return fail(words.noRoom({ size: formatBytes(bytes), free: formatBytes(Math.max(0, quota - usage)) }));
  const head: KeptSet = { ...headOf(id, set), bytes, keptAt: Date.now() };
  const data = { pixels: await blobOf(set.pixels), labels: set.labels.slice(), splits: set.splits.slice() };
  const put = await attempt(words.notKept(), () =>
    store()('readwrite', async (all) => {
      const keys = await promisifyRequest(all.getAllKeys());
      if (keys.filter(isId).length >= MOST_KEPT) return false;
      all.put(head, id);
      all.put(data, dataKey(id));
      await promisifyRequest(all.transaction);
      return true;
    }),
  );
  changed();
  if (!put.ok) return put;
  return put.value ? ok(id) : fail(words.tooMany({ most: MOST_KEPT }));
}

/** So many bytes are copied at a time: all at once they would keep the page from answering for a second. */
const PIECE = 5e5;

async function blobOf(bytes: Uint8Array<ArrayBuffer>): Promise<Blob> {
  const pieces: Blob[] = [];
  for (let from = 0; from < bytes.length; from += PIECE) {
    pieces.push(new Blob([bytes.subarray(from, from + PIECE)]));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return new Blob(pieces);
}

const isId = (key: IDBValidKey): boolean => typeof key === 'string' && SET_ID.test(key);

/** All stored sets, the newest first. Unreadable ones are left out. */
export async function listSets(): Promise<readonly KeptSet[]> {
  const stored = await attempt(words.notReadable(), async () => {
    const keys = await store()('readonly', (all) => promisifyRequest(all.getAllKeys()));
    return getMany(keys.filter(isId), store());
  });
  const kept = stored.ok ? stored.value.map(readHead).filter((head) => head !== null) : [];
  return kept.sort((a, b) => b.keptAt - a.keptAt);
}

/** A stored set with its images; null where there is none with that id, or where it can't be read any more. */
export function keptSet(id: string): Promise<Result<LabelledSet | null>> {
  return attempt(words.notReadable(), async () => {
    const head = readHead(await get(id, store()));
    const data = v.safeParse(dataSchema, await get(dataKey(id), store()));
    if (!head || !data.success) return null;
    const { labels, splits, pixels } = data.output;
    const read = new Uint8Array(await pixels.arrayBuffer());
    const whole = read.length === head.bytes && labels.length === head.count && splits.length === head.count;
    return whole ? { ...head, pixels: read, labels, splits } : null;
  });
}

/** Gives a stored set a different name. */
export const renameSet = (id: string, name: string): Promise<Result<void>> =>
  attempt(words.notChanged(), async () => {
    await update(
      id,
      (value: unknown) => {
        const head = readHead(value);
        return head ? { ...head, name: name.trim().slice(0, LONGEST_NAME) } : value;
      },
      store(),
    );
    changed();
  });

/** Deletes a stored set. */
export const deleteSet = (id: string): Promise<Result<void>> =>
  attempt(words.notDeleted(), async () => {
    await store()('readwrite', (all) => {
      all.delete(id);
      all.delete(dataKey(id));
      return promisifyRequest(all.transaction);
    });
    changed();
  });
