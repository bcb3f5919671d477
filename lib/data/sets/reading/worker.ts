/** The worker that reads data sets: decoding tens of thousands of images keeps no page busy. */
import { expose, transfer } from 'comlink';
import { fail, ok, type Result } from '@/lib/result';
import type { ChosenFile } from '@/lib/site/chosen-files';
import words from '@/words/data-sets';
import canvasWords from '@/words/own-image';
import { readsExactly } from '../../drawable';
import type { Rgba } from '../../resample';
import { looksLikeSvg } from '../../svg';
import type { ReadOutcome, ReadProgress, SetChoice, SetSummary } from '../labelled-set';
import type { DecodeImage } from '../plan';
import { type RecognisedSet, readSet, recogniseSet } from '../read-set';
import { decodeInBrowser } from './decode-in-browser';

/** Paints a drawing, at the size that was chosen: only the page can. */
type Draw = (bytes: Uint8Array<ArrayBuffer>) => Promise<Rgba>;

/** So often progress is reported, in milliseconds. */
const EVERY_MS = 100;

/** Lets messages come in, such as a cancellation. */
const pause = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Reads one data set, from its files to its images. */
class SetReading {
  private readonly chosen: ChosenFile[] = [];
  private recognised: RecognisedSet | null = null;
  private cancelling = new AbortController();

  /** Resolves when files can be read. */
  async ready(): Promise<void> {}

  /** Takes files, some at a time: handing over very many at once would keep the page busy. */
  async add(files: readonly ChosenFile[]): Promise<void> {
    this.chosen.push(...files);
  }

  /** Tells the form of the files that were added; `folders` beside them may be empty. */
  async recognise(folders: readonly string[]): Promise<Result<SetSummary>> {
    const found = await recogniseSet(this.chosen, folders);
    if (!found.ok) return found;
    this.recognised = found.value;
    const { name, form, container, count, classes, natural } = found.value.plan;
    return ok({ name, form, container, count, classes, natural });
  }

  /** Reads the images of the set that was recognised. The memory of the set is transferred. */
  async read(
    choice: SetChoice,
    onProgress: (progress: ReadProgress) => void,
    draw: Draw,
  ): Promise<ReadOutcome> {
    const { recognised } = this;
    if (!recognised) return { set: null, problem: { sentence: words.broken() } };
    if (!readsExactly()) return { set: null, problem: fail(canvasWords.fingerprint()).problem };
    this.cancelling = new AbortController();
    const decode: DecodeImage = async (bytes, header) =>
      !header && looksLikeSvg(bytes) ? draw(bytes) : decodeInBrowser(bytes, header);
    const reading = readSet(recognised, choice, decode, this.cancelling.signal);
    let reported = Number.NEGATIVE_INFINITY;
    for (;;) {
      const step = await reading.next();
      if (step.done) return handedOver(step.value);
      if (performance.now() - reported < EVERY_MS) continue;
      reported = performance.now();
      onProgress(step.value);
      await pause();
    }
  }

  /** Ends reading; what was read until then is its outcome. */
  async cancel(): Promise<void> {
    this.cancelling.abort();
  }
}

function handedOver(outcome: ReadOutcome): ReadOutcome {
  const { set } = outcome;
  return set ? transfer(outcome, [set.pixels.buffer, set.labels.buffer, set.splits.buffer]) : outcome;
}

export type SetReadingApi = SetReading;

expose(new SetReading());
