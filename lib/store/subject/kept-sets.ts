/* The data sets that the learner has read from files: stored in this browser. Written only here. */

import { getMany, promisifyRequest, update } from 'idb-keyval';
import * as v from 'valibot';
import { announceChange, answered, attempt as attemptOn, followChanges } from '@/lib/data/database';
import { nextTask } from '@/lib/data/next-task';
import { compactData, pixelPieces } from '@/lib/data/sets/edit/compact';
import type { EditedSet } from '@/lib/data/sets/edit/edited-set';
import type { LabelledSet } from '@/lib/data/sets/labelled-set';
import { headOf } from '@/lib/data/sets/set-head';
import type { SetCard } from '@/lib/data/sets/take/card';
import { dataKey, dataSchema, setStore as store } from '@/lib/data/sets/training/stored-set';
import { formatBytes } from '@/lib/format/bytes';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/data-page';
import { isSetId, type KeptSet, newSetId, readHead, type StoredSet } from './kept-set-head';

/** How many are stored. */
export const MOST_KEPT = 20;
const LONGEST_NAME = 80;

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

/** Failures carry this sentence. */
const attempt = <T>(failed: string, work: () => Promise<T>): Promise<Result<T>> =>
  attemptOn({ failed, full: words.full() }, work);

/** Stores a set in this browser, in the place of another one or as a new one. Resolves with its id. */
export async function keepSet(set: LabelledSet | EditedSet, replaced?: string): Promise<Result<string>> {
  const stored = await storeSet(set, replaced ?? newSetId());
  return stored.ok ? ok(stored.value.id) : stored;
}

/** Stores a set of the site's as it is served. */
export async function keepServed(set: LabelledSet, id: string): Promise<Result<string>> {
  const stored = await storeSet(set, id, { asServed: true });
  return stored.ok ? ok(stored.value.id) : stored;
}

/**
 * Stores a changed set in the place of the one that it was made from, or without one as a new set. Fails where that is no
 * longer as it was: another tab may have changed it.
 */
export const keepChanged = (set: EditedSet, before: StoredSet | null): Promise<Result<StoredSet>> =>
  storeSet(set, before?.id ?? newSetId(), before ? { expected: before } : {});

interface Storing {
  /** What is to be replaced, if it still is so. */
  readonly expected?: StoredSet;
  readonly asServed?: true;
}

/**
 * Stores a set. What was stored under its id is replaced, except a set of the site's: then it gets another id. All this happens
 * in one transaction, so the old one stays where the new one can't be stored.
 */
async function storeSet(
  set: LabelledSet | EditedSet,
  replaced: string,
  { expected, asServed }: Storing = {},
): Promise<Result<StoredSet>> {
  const { labels, splits, ...rest } = compactData(set);
  const pixels = await blobOf(pixelPieces(set, PIECE));
  const bytes = pixels.size;
  const { quota = Number.POSITIVE_INFINITY, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
  if (usage + bytes > quota)
    return fail(words.noRoom({ size: formatBytes(bytes), free: formatBytes(Math.max(0, quota - usage)) }));
  let [id, keptAt] = [replaced, Date.now()];
  const head = headOf(id, { ...rest, labels, splits });
  const put = await attempt(words.notKept(), () =>
    store()('readwrite', async (all) => {
      const keys = await promisifyRequest(all.getAllKeys());
      const before = readHead(await promisifyRequest(all.get(replaced)));
      const isBeside = before?.asServed === true && !asServed;
      if (isBeside) id = newSetId();
      if (!keys.includes(id) && keys.filter(isSetId).length >= MOST_KEPT)
        return words.tooMany({ most: MOST_KEPT });
      if (expected && before?.keptAt !== expected.keptAt)
        return before ? words.changedElsewhere() : words.deletedElsewhere();
      try {
        // Never the same twice, for it is what tells two versions apart.
        if (before) keptAt = Math.max(keptAt, before.keptAt + 1);
        const name = isBeside ? words.changedName({ name: before.name }) : (before?.name ?? head.name);
        all.put({ ...head, id, name, bytes, keptAt, ...(asServed && { asServed }) } satisfies KeptSet, id);
        all.put({ pixels, labels, splits }, dataKey(id));
      } catch (error) {
        // What has been put before would be committed.
        all.transaction.abort();
        throw error;
      }
      await promisifyRequest(all.transaction);
      return null;
    }),
  );
  changed();
  if (!put.ok) return put;
  return put.value === null ? ok({ id, keptAt }) : fail(put.value);
}

/**
 * Requests that the browser never deletes what is stored here to make room. Resolves with whether it agrees; null where it can't be
 * asked. A browser may ask the learner in turn, so this is for the press of a button that stores something.
 */
export async function askToPersist(): Promise<boolean | null> {
  try {
    const { storage } = navigator;
    return (await storage.persisted()) || (await storage.persist());
  } catch {
    return null;
  }
}

/** So many bytes are copied at a time: all at once they would keep the page from answering for a second. */
const PIECE = 5e5;

async function blobOf(pieces: Iterable<Uint8Array<ArrayBuffer>>): Promise<Blob> {
  const blobs: Blob[] = [];
  let [waiting, bytes]: [Uint8Array<ArrayBuffer>[], number] = [[], 0];
  for (const piece of pieces) {
    waiting.push(piece);
    bytes += piece.length;
    if (bytes < PIECE) continue;
    blobs.push(new Blob(waiting));
    [waiting, bytes] = [[], 0];
    await nextTask();
  }
  return new Blob([...blobs, ...waiting]);
}

/** All stored sets, the newest first. Unreadable ones are left out. */
export async function listSets(): Promise<Result<readonly KeptSet[]>> {
  const stored = await answered(
    words.noList(),
    attempt(words.noneReadable(), async () => {
      const keys = await store()('readonly', (all) => promisifyRequest(all.getAllKeys()));
      return getMany(keys.filter(isSetId), store());
    }),
  );
  if (!stored.ok) return stored;
  const kept = stored.value.map(readHead).filter((head) => head !== null);
  return ok(kept.sort((a, b) => b.keptAt - a.keptAt));
}

/** A stored set with its images; null where there is none with that id, or where it can't be read any more. */
export async function keptSet(id: string): Promise<Result<(LabelledSet & StoredSet) | null>> {
  const stored = await answered(
    words.noAnswer(),
    attempt(words.notReadable(), () => getMany([id, dataKey(id)], store())),
  );
  if (!stored.ok) return stored;
  const head = readHead(stored.value[0]);
  const data = v.safeParse(dataSchema, stored.value[1]);
  if (!head || !data.success) return ok(null);
  // Megabytes from the disk may take their time.
  return attempt(words.notReadable(), async () => {
    const { labels, splits, pixels } = data.output;
    const read = new Uint8Array(await pixels.arrayBuffer());
    const whole = read.length === head.bytes && labels.length === head.count && splits.length === head.count;
    return whole ? { ...head, pixels: read, labels, splits } : null;
  });
}

const changeHead = (id: string, change: Partial<KeptSet>): Promise<Result<void>> =>
  attempt(words.notChanged(), async () => {
    await update(
      id,
      (value: unknown) => {
        const head = readHead(value);
        return head ? { ...head, ...change } : value;
      },
      store(),
    );
    changed();
  });

/** Gives a stored set a different name. */
export const renameSet = (id: string, name: string): Promise<Result<void>> =>
  changeHead(id, { name: name.trim().slice(0, LONGEST_NAME) });

/** Writes what its owner says about a stored set. */
export const writeSetCard = (id: string, card: SetCard): Promise<Result<void>> => changeHead(id, { card });

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
