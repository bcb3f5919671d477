/** Looks through a set and packs it in a worker of its own, for a page. */
import { type Remote, transfer, wrap } from 'comlink';
import { fail, ok, type Result } from '@/lib/result';
import { workerScript } from '@/lib/site/worker-script';
import { size } from '@/lib/tensor/tensor';
import words from '@/words/data-sets';
import type { EditedSet } from '../edit/edited-set';
import type { ClassStatistics } from '../look/statistics';
import type { Survey } from '../look/survey';
import type { Piece, SetWorkApi } from './worker';

/** How many bytes are copied for the worker at a time: a millisecond's work for the page. */
const PIECE_BYTES = 2e6;

export interface Looked {
  readonly statistics: readonly ClassStatistics[];
  /** Null where only statistics were requested. */
  readonly survey: Survey | null;
}

/** A share of the work from 0 to 1. */
type OnProgress = (done: number) => void;

const start = (): Worker => new Worker(workerScript('set-work'), { type: 'module', name: 'set-work' });

/** The pieces of a set, one after the other: copies, to be handed over. `all`: those of deleted images too. */
export function* piecesOf(set: EditedSet, all: boolean): Generator<Piece & { readonly done: number }> {
  const bytes = size(set.shape);
  const most = Math.max(1, Math.floor(PIECE_BYTES / bytes));
  for (let from = 0; from < set.count; from += most) {
    const to = Math.min(set.count, from + most);
    const there = set.there.slice(from, to);
    const piece = {
      pixels: set.pixels.slice(from * bytes, to * bytes),
      labels: set.labels.slice(from, to),
      splits: set.splits.slice(from, to),
      there,
    };
    yield { ...(all || !there.includes(0) ? piece : onlyThere(piece, bytes)), done: to / set.count };
  }
}

function onlyThere(piece: Piece, bytes: number): Piece {
  const isThere = (_: number, nth: number) => piece.there[nth] === 1;
  const places = Uint32Array.from(piece.there.keys()).filter((nth) => piece.there[nth] === 1);
  const pixels = new Uint8Array(places.length * bytes);
  for (const [nth, place] of places.entries())
    pixels.set(piece.pixels.subarray(place * bytes, (place + 1) * bytes), nth * bytes);
  return {
    pixels,
    labels: piece.labels.filter(isThere),
    splits: piece.splits.filter(isThere),
    there: piece.there.filter(isThere),
  };
}

/** Does something with a worker that is ended afterwards, or as soon as `signal` says so. Null: it was ended before. */
async function withWorker<T>(
  worker: () => Worker,
  signal: AbortSignal,
  work: (api: Remote<SetWorkApi>) => Promise<T>,
): Promise<Result<T> | null> {
  if (signal.aborted) return null;
  let running: Worker | null = null;
  try {
    const started = worker();
    running = started;
    const aborted = new Promise<null>((resolve) => signal.addEventListener('abort', () => resolve(null)));
    const broken = new Promise<Result<T>>((resolve) =>
      started.addEventListener('error', ({ message }) => resolve(fail(words.lookBroken(), message))),
    );
    return await Promise.race([work(wrap<SetWorkApi>(started)).then(ok), broken, aborted]);
  } catch (error) {
    return fail(words.lookBroken(), String(error));
  } finally {
    running?.terminate();
  }
}

async function handOver(
  api: Remote<SetWorkApi>,
  set: EditedSet,
  all: boolean,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<void> {
  for (const { done, ...piece } of piecesOf(set, all)) {
    if (signal.aborted) return;
    await api.add(transfer(piece, [piece.pixels.buffer]));
    onProgress(done);
  }
}

/** Looks through a set. `surveys`: at each image too, not only for the statistics. Null where `signal` ended it. */
export const lookThrough = (
  set: EditedSet,
  surveys: boolean,
  signal: AbortSignal,
  onProgress: OnProgress = () => {},
  worker = start,
): Promise<Result<Looked> | null> =>
  withWorker(worker, signal, async (api) => {
    await api.look(set.count, set.shape, set.classes.length, surveys);
    await handOver(api, set, true, signal, onProgress);
    return api.found();
  });

/** Packs what is there of a set as a zip archive, with its card. Null where `signal` ended it. */
export const packSet = (
  set: EditedSet,
  card: string,
  signal: AbortSignal,
  onProgress: OnProgress = () => {},
  worker = start,
): Promise<Result<Blob> | null> =>
  withWorker(worker, signal, async (api) => {
    const isSplit = set.splits.some((split, at) => set.there[at] === 1 && split !== 0);
    await api.pack({ shape: set.shape, classes: set.classes, card, isSplit, count: set.count });
    await handOver(api, set, false, signal, onProgress);
    return api.packed();
  });
