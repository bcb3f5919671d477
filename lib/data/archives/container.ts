/** Files that lie together: chosen ones, or those of an archive; listed first, and then visited in their fastest order. */
import type { Problem } from '@/lib/result';
import { Listing } from './listing';

/** A file's bytes, part by part; each is valid until the next. */
export type Parts = AsyncIterable<Uint8Array<ArrayBuffer>>;

/** A file whose turn it is. Its parts are read before the next file's turn, or not at all. */
export interface VisitedFile {
  /** Its place in the list. */
  readonly at: number;
  /** @throws Error while they are read, where the file is damaged or can't be read. */
  readonly parts: Parts;
}

export interface Container {
  readonly kind: 'files' | 'zip' | 'tar';
  readonly files: Listing;
  /** The folders that are listed on their own account, without "/" at the end: they may be empty. */
  readonly folders: readonly string[];
  /** How many links there are, which aren't followed. */
  readonly links?: number;
  /** Why there may be more than is listed: the archive is cut off. */
  readonly problem: Problem | null;
  /**
   * The files at these places, each once, in the order in which they lie there.
   * @throws Refusal where the archive can't be read on.
   */
  visit(places: Iterable<number>): AsyncIterable<VisitedFile>;
}

/** Ends reading with a sentence for the learner. */
export class Refusal extends Error {
  readonly problem: Problem;

  constructor(sentence: string, detail?: string) {
    super(sentence);
    this.problem = { sentence, detail };
  }
}

/** Several containers as one; each gets a folder of its own name, unless that is empty. */
export function together(all: readonly (readonly [folder: string, Container])[]): Container {
  if (all.length === 1 && all[0][0] === '') return all[0][1];
  const below = (folder: string, path: string) => (folder === '' ? path : `${folder}/${path}`);
  const starts: number[] = [];
  const files = new Listing();
  for (const [folder, container] of all) {
    starts.push(files.length);
    for (let at = 0; at < container.files.length; at++)
      files.add(below(folder, container.files.path(at)), container.files.size(at));
  }
  return {
    kind: all[0][1].kind,
    files,
    folders: all.flatMap(([folder, { folders }]) => folders.map((path) => below(folder, path))),
    links: all.reduce((sum, [, { links = 0 }]) => sum + links, 0),
    problem: allOf(all.flatMap(([, { problem }]) => problem ?? [])),
    async *visit(places) {
      for (const [nth, [, container]] of all.entries()) {
        const [from, to] = [starts[nth], starts[nth] + container.files.length];
        const own: number[] = [];
        for (const place of places) if (place >= from && place < to) own.push(place - from);
        if (own.length === 0) continue;
        for await (const { at, parts } of container.visit(own)) yield { at: at + from, parts };
      }
    },
  };
}

/** What is wrong with several archives. */
function allOf(problems: readonly Problem[]): Problem | null {
  if (problems.length === 0) return null;
  return {
    sentence: problems.map(({ sentence }) => sentence).join(' '),
    detail: problems.flatMap(({ detail }) => detail ?? []).join('; '),
  };
}
