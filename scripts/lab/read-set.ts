/** Reads data sets in a browser, as the site's worker does, for `npm run check:data`. */
import { expose } from 'comlink';
import type { LabelledSet, SetChoice } from '@/lib/data/sets/labelled-set';
import { readSet, recogniseSet } from '@/lib/data/sets/read-set';
import { decodeInBrowser } from '@/lib/data/sets/reading/decode-in-browser';

/** What was read, without its pixels. */
export interface ReadInBrowser {
  readonly form: string;
  readonly count: number;
  readonly classes: readonly string[];
  readonly known: string | null;
  readonly notes: readonly string[];
  readonly problem: string | null;
  readonly milliseconds: number;
  /** How often progress was reported. */
  readonly reports: number;
}

const PART = 8e6;

let last: LabelledSet | null = null;
let blobs: readonly { readonly name: string; readonly file: Blob }[] = [];

/** Gets files ready, from where they are served. Returns the size of all. */
async function load(names: readonly string[]): Promise<number> {
  blobs = await Promise.all(
    names.map(async (name) => ({ name, file: await (await fetch(`/files/${name}`)).blob() })),
  );
  return blobs.reduce((sum, { file }) => sum + file.size, 0);
}

/** Reads the bytes of the files that were loaded, and does nothing with them. Returns how many they are. */
async function stream(): Promise<number> {
  let bytes = 0;
  for (const { file } of blobs) {
    const reader = file.stream().getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) bytes += part.value.length;
  }
  return bytes;
}

/** Reads the files that were loaded; without a choice in the shape that they have. */
async function read(choice: SetChoice | null): Promise<ReadInBrowser> {
  const started = performance.now();
  const recognised = await recogniseSet(blobs);
  if (!recognised.ok) return nothing(recognised.problem.sentence);
  const { natural } = recognised.value.plan;
  const decided = choice ?? { shape: natural ?? [32, 32, 3], fit: 'crop' };
  const reading = readSet(recognised.value, decided, decodeInBrowser, new AbortController().signal);
  let reports = 0;
  for (;;) {
    const step = await reading.next();
    if (!step.done) {
      reports += 1;
      continue;
    }
    const milliseconds = performance.now() - started;
    const { set, problem } = step.value;
    last = set;
    if (!set) return nothing(problem?.sentence ?? 'no set');
    const { form, count, classes, notes, known = null } = set;
    return { form, count, classes, known, notes, problem: problem?.sentence ?? null, milliseconds, reports };
  }
}

/** Puts bytes at an address, part by part: the browser's debugger sees each body, and can't take a large one. */
async function put(address: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  for (let from = 0; from < bytes.length; from += PART)
    await fetch(address, { method: 'PUT', body: bytes.subarray(from, from + PART) });
}

const nothing = (problem: string): ReadInBrowser => ({
  form: '',
  count: 0,
  classes: [],
  known: null,
  notes: [],
  problem,
  milliseconds: 0,
  reports: 0,
});

/** Lets go of what was read last, and of all that nobody needs any more where the browser lets a script ask for it. */
async function forget(): Promise<void> {
  last = null;
  for (let time = 0; time < 3; time++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    Reflect.get(globalThis, 'gc')?.();
  }
}

/** Puts what was read last at `/pixels`, `/labels` and `/splits`. */
async function send(): Promise<void> {
  if (!last) return;
  await put('/pixels', last.pixels);
  await put('/labels', Uint8Array.from(last.labels));
  await put('/splits', last.splits);
  last = null;
}

expose({ load, stream, read, forget, send });
