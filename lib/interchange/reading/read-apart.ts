/** Reads a network from chosen files in a worker, which is ended when it takes too long or nobody waits any more. */
import { wrap } from 'comlink';
import { baseName } from '@/lib/data/archives/paths';
import { fail, type Result } from '@/lib/result';
import type { ChosenFile } from '@/lib/site/chosen-files';
import { workerScript } from '@/lib/site/worker-script';
import words from '@/words/open-network';
import type { OpenedNetwork } from '../opened';
import type { ReadingApi } from './worker';

/** The longest that reading may take, in milliseconds: a network of 100 MB takes about two seconds. */
export const LONGEST_MS = 20_000;
/** How long the worker's script may take to load. */
const START_MS = 20_000;

interface Options {
  /** Aborted when the reader is to be ended. */
  readonly signal: AbortSignal;
  /** In milliseconds. */
  readonly longest?: number;
  /** Starts the worker. */
  start?(): Worker;
}

const reader = (): Worker => new Worker(workerScript('reader'), { type: 'module', name: 'reader' });

/**
 * Reads a network from files, as `readNetwork` does, in a worker of its own. Never throws, and always ends: after the
 * time limit, when it is cancelled, and when the worker fails, each with a sentence of its own.
 */
export async function readApart(
  files: readonly ChosenFile[],
  { signal, longest = LONGEST_MS, start = reader }: Options,
): Promise<Result<OpenedNetwork>> {
  const file = baseName(files[0]?.name ?? '');
  const cancelled = fail(words.cancelled());
  if (signal.aborted) return cancelled;
  const ending = new AbortController();
  const timers: ReturnType<typeof setTimeout>[] = [];
  const after = (milliseconds: number, sentence: string) =>
    new Promise<Result<never>>((resolve) => {
      timers.push(setTimeout(() => resolve(fail(sentence)), milliseconds));
    });
  let worker: Worker | undefined;
  try {
    const present = start();
    worker = present;
    const broken = new Promise<Result<never>>((resolve) => {
      const options = { signal: ending.signal };
      present.addEventListener('error', ({ message }) => resolve(fail(words.broken(), message)), options);
      signal.addEventListener('abort', () => resolve(cancelled), options);
    });
    const api = wrap<ReadingApi>(present);
    const late = await Promise.race([api.ready(), broken, after(START_MS, words.broken())]);
    if (late) return late;
    const tooLong = words.tooLong({ file, seconds: Math.round(longest / 1000) });
    return await Promise.race([api.read(files), broken, after(longest, tooLong)]);
  } catch (error) {
    // A browser without workers, or a file that can't be handed over.
    return fail(words.broken(), String(error));
  } finally {
    for (const timer of timers) clearTimeout(timer);
    ending.abort();
    worker?.terminate();
  }
}
