/* The networks that the learner has opened from files, or built: stored in this browser, or for this visit where it stores nothing. */
import { createStore, get, getMany, promisifyRequest, update } from 'idb-keyval';
import * as v from 'valibot';
import { announceChange, answered, attempt as attemptOn } from '@/lib/data/database';
import { formatBytes } from '@/lib/format/bytes';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import type { WeightSet } from '@/lib/network/weights';
import { once } from '@/lib/once';
import { fail, ok, type Problem, type Result } from '@/lib/result';
import { fetchPart } from '@/lib/site/fetch-part';
import words from '@/words/open-network';
import { OPENED_ID, type OpenedHead, type OwnSet, openedId, readHead } from './opened-head';
import { type PackedWeights, packedSchema, packWeights, unpackWeights } from './packed-weights';

/** How many are stored, and how large each may be. */
export const MOST_KEPT = 20;
export const MOST_BYTES = 64e6;
const LONGEST_NAME = 80;

/** A network to keep, or a kept one. */
export interface ReadyNetwork {
  readonly architecture: Architecture;
  /** Null: it was built here, and begins with initial weights. */
  readonly weights: WeightSet | null;
  /** The set that it is trained on; absent where it isn't one of the learner's own. */
  readonly own?: OwnSet;
}

/** Opened at the first use: without IndexedDB only storing fails. */
const store = once(() => createStore('pipeline-tracer-networks', 'opened'));
/** Those of this visit that could not be stored. */
const unkept = new Map<string, { readonly head: OpenedHead; readonly packed: Blob }>();

/** The weights' key: apart from the rest, so that a list of networks need not read megabytes. */
const weightsKey = (id: string): string => `${id}/weights`;

/** Failures carry this sentence. */
const attempt = <T>(failed: string, work: () => Promise<T>): Promise<Result<T>> =>
  attemptOn({ failed, full: words.full({ sentence: failed }) }, work);

const NO_WEIGHTS: PackedWeights = { file: new Blob(), sum: 0 };

/**
 * Keeps an opened network: in this browser where that is possible, otherwise for this visit, with a sentence that says so.
 * It can be used in either case.
 */
export async function keepOpened({
  architecture,
  weights,
  own,
}: ReadyNetwork): Promise<{ readonly id: string; readonly kept: Result<void> }> {
  const { file: packed, sum } = weights ? await packWeights(weights) : NO_WEIGHTS;
  const id = openedId(architecture, sum, own);
  const built = weights === null;
  const head: OpenedHead = {
    id,
    architecture,
    built,
    ...(own && { own }),
    bytes: packed.size,
    openedAt: Date.now(),
  };
  unkept.set(id, { head, packed });
  const kept = await put(head, packed);
  if (kept.ok) unkept.delete(id);
  announceChange('networks');
  return { id, kept };
}

async function put(head: OpenedHead, packed: Blob): Promise<Result<void>> {
  if (packed.size > MOST_BYTES)
    return fail(words.tooLarge({ size: formatBytes(packed.size), most: formatBytes(MOST_BYTES) }));
  const put = await attempt(words.notKept(), () =>
    store()('readwrite', async (all) => {
      const keys = await promisifyRequest(all.getAllKeys());
      const others = keys.filter((key) => typeof key === 'string' && OPENED_ID.test(key));
      if (!others.includes(head.id) && others.length >= MOST_KEPT) return false;
      all.put(head, head.id);
      all.put(packed, weightsKey(head.id));
      await promisifyRequest(all.transaction);
      return true;
    }),
  );
  if (!put.ok) return put;
  return put.value ? ok(undefined) : fail(words.tooMany({ most: MOST_KEPT }));
}

/** An opened network in a list; `kept`: it is there at the next visit too. */
export interface ListedNetwork extends OpenedHead {
  readonly kept: boolean;
}

/** The networks of a list, and why those that this browser stores are not among them; null where they are. */
export interface Listed {
  readonly networks: readonly ListedNetwork[];
  readonly problem: Problem | null;
}

/** All opened networks, the newest first. Unreadable ones are left out; without storage they are those of this visit. */
export async function listOpened(): Promise<Listed> {
  const stored = await answered(
    words.noList(),
    attempt(words.notReadable(), async () => {
      const keys = await store()('readonly', (all) => promisifyRequest(all.getAllKeys()));
      const ids = keys.filter((key) => typeof key === 'string' && OPENED_ID.test(key));
      return getMany(ids, store());
    }),
  );
  const kept = stored.ok ? stored.value.map(readHead).filter((head) => head !== null) : [];
  const here = [...unkept.values()].map(({ head }) => head);
  const networks = [
    ...here.map((head) => ({ ...head, kept: false })),
    ...kept.filter(({ id }) => !unkept.has(id)).map((head) => ({ ...head, kept: true })),
  ].sort((a, b) => b.openedAt - a.openedAt);
  return { networks, problem: stored.ok ? null : stored.problem };
}

/** Gives an opened network a different name. */
export function renameOpened(id: string, name: string): Promise<Result<void>> {
  const renamed = (head: OpenedHead): OpenedHead => ({
    ...head,
    architecture: { ...head.architecture, name: name.trim().slice(0, LONGEST_NAME) },
  });
  const here = unkept.get(id);
  if (here) {
    unkept.set(id, { ...here, head: renamed(here.head) });
    return Promise.resolve(ok(undefined));
  }
  return attempt(words.notChanged(), async () => {
    await update(
      id,
      (value: unknown) => {
        const head = readHead(value);
        return head ? renamed(head) : value;
      },
      store(),
    );
    announceChange('networks');
  });
}

/** Deletes an opened network, and what it was trained to. */
export async function deleteOpened(id: string): Promise<Result<void>> {
  if (!unkept.delete(id)) {
    const deleted = await attempt(words.notDeleted(), () =>
      store()('readwrite', (all) => {
        all.delete(id);
        all.delete(weightsKey(id));
        return promisifyRequest(all.transaction);
      }),
    );
    if (!deleted.ok) return deleted;
    announceChange('networks');
  }
  const runs = await fetchPart(() => import('@/lib/engine/runs/kept-epochs'));
  if (runs.ok) await runs.value.forgetRuns(id);
  return ok(undefined);
}

/** One opened network with its weights; null where there is none with that id, or where it can't be read any more. */
export async function openedNetwork(id: string): Promise<Result<ReadyNetwork | null>> {
  const taken = handedOver?.id === id ? handedOver.network : null;
  handedOver = null;
  if (taken) return ok(taken);
  const here = unkept.get(id);
  if (here) return attempt(words.notReadable(), () => unpack(here.head, here.packed));
  const stored = await answered(
    words.noAnswer(),
    attempt(words.notReadable(), () => getMany([id, weightsKey(id)], store())),
  );
  if (!stored.ok) return stored;
  const head = readHead(stored.value[0]);
  const packed = v.safeParse(packedSchema, stored.value[1]);
  if (!head || !packed.success) return ok(null);
  return attempt(words.notReadable(), () => unpack(head, packed.output));
}

/** What an opened network is called now; null where that can't be read. */
export async function nameOfOpened(id: string): Promise<string | null> {
  const stored = await answered(
    words.noAnswer(),
    attempt(words.notReadable(), () => get(id, store())),
  );
  return (stored.ok && readHead(stored.value)?.architecture.name) || null;
}

/** The network that the page turns to as soon as it is kept. */
let handedOver: { readonly id: string; readonly network: ReadyNetwork } | null = null;

/** Passes on a network that was just kept: the next reading takes this one, so that its megabytes aren't read back. Once. */
export const handOver = (id: string, network: ReadyNetwork): void => {
  handedOver = { id, network };
};

async function unpack(
  { architecture, built, own }: OpenedHead,
  packed: v.InferOutput<typeof packedSchema>,
): Promise<ReadyNetwork | null> {
  const further = own && { own };
  const pipeline = buildPipeline(architecture);
  if (built) return pipeline.ok ? { architecture, weights: null, ...further } : null;
  const read = pipeline.ok ? await unpackWeights(packed, pipeline.value) : pipeline;
  return read.ok ? { architecture, weights: read.value, ...further } : null;
}
