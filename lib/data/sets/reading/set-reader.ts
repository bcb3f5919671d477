/** Reads data sets in a worker of its own, for a page. */
import { proxy, type Remote, transfer, wrap } from 'comlink';
import { fail, type Result } from '@/lib/result';
import type { ChosenFile } from '@/lib/site/chosen-files';
import { workerScript } from '@/lib/site/worker-script';
import words from '@/words/data-sets';
import type { Rgba } from '../../resample';
import type { ReadOutcome, ReadProgress, SetChoice, SetSummary } from '../labelled-set';
import type { SetReadingApi } from './worker';

/** How long the worker's script may take to load. */
const START_MS = 20_000;
/** So many files are handed over at a time, so that the page stays responsive with a hundred thousand. */
const AT_ONCE = 1000;

/** Reads one set; then it is closed. */
export interface SetReader {
  /** Tells what the files are; `folders` beside them may be empty. Never throws. */
  recognise(files: readonly ChosenFile[], folders?: readonly string[]): Promise<Result<SetSummary>>;
  /** Reads the images; again where something else is chosen. Never throws. */
  read(choice: SetChoice, onProgress: (progress: ReadProgress) => void): Promise<ReadOutcome>;
  /** Ends reading: its outcome is what was read until then. */
  cancel(): void;
  /** Ends the worker: nothing that is still asked of it is answered. */
  close(): void;
}

const start = (): Worker => new Worker(workerScript('set-reader'), { type: 'module', name: 'set-reader' });

/** A drawing's pixels, for the worker, which can't paint one. Few sets have any. */
async function drawn(bytes: Uint8Array<ArrayBuffer>, { shape }: SetChoice): Promise<Rgba> {
  const { drawSvg } = await import('./draw-svg');
  const image = await drawSvg(bytes, shape);
  return transfer({ width: image.width, height: image.height, data: image.data }, [image.data.buffer]);
}

/** Starts a reader. `worker` starts its worker. */
export function openSetReader(worker: () => Worker = start): SetReader {
  let running: {
    readonly worker: Worker;
    readonly api: Remote<SetReadingApi>;
    readonly broken: Promise<string>;
  };
  function begin() {
    if (running) return running;
    const started = worker();
    const broken = new Promise<string>((resolve) => {
      started.addEventListener('error', ({ message }) => resolve(message));
    });
    running = { worker: started, api: wrap<SetReadingApi>(started), broken };
    return running;
  }
  const late = () =>
    new Promise<string>((resolve) => {
      setTimeout(() => resolve(`no answer for ${START_MS} ms`), START_MS);
    });
  return {
    async recognise(files, folders = []) {
      try {
        const { api, broken } = begin();
        const trouble = await Promise.race([api.ready(), broken, late()]);
        if (trouble !== undefined) return fail(words.broken(), trouble);
        for (let from = 0; from < files.length; from += AT_ONCE)
          await api.add(files.slice(from, from + AT_ONCE));
        const ended = broken.then((detail) => fail(words.broken(), detail));
        return await Promise.race([api.recognise(folders), ended]);
      } catch (error) {
        // A browser without workers, or a file that can't be handed over.
        return fail(words.broken(), String(error));
      }
    },
    async read(choice, onProgress) {
      const failed = (detail: string): ReadOutcome => ({
        set: null,
        problem: { sentence: words.broken(), detail },
      });
      try {
        const { api, broken } = begin();
        const draw = (bytes: Uint8Array<ArrayBuffer>) => drawn(bytes, choice);
        return await Promise.race([api.read(choice, proxy(onProgress), proxy(draw)), broken.then(failed)]);
      } catch (error) {
        return failed(String(error));
      }
    },
    cancel: () => void running?.api.cancel(),
    close: () => running?.worker.terminate(),
  };
}
