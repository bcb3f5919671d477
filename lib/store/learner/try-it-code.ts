/* The code of “Try it”. Written only here: by the editor, links, and other tabs. */
import * as v from 'valibot';
import { LONGEST_CODE } from '@/lib/try-it/run-code';
import words from '@/words/try-it-code';
import { keepIn } from '../kept/kept';
import { readerOf } from '../kept/reader';
import { ownedStore } from '../owned-store';
import { followSubject } from '../subject/present-subject';

const code = v.pipe(v.string(), v.maxLength(LONGEST_CODE));

interface KeptCode {
  /** The newest code of all tabs. Null: the learner has changed nothing, it is the network's own. */
  readonly code: string | null;
  /** The learner's code that was replaced by code from a link, or from another tab. Null where none was. */
  readonly aside: string | null;
  /** The code came with a link, and the learner has not run it yet: it is somebody else's. */
  readonly waits: boolean;
}

/** The code of “Try it” for the current subject, as stored by this browser. */
export interface TryItCode extends KeptCode {
  /** The code in this tab's editor, and whether it waits to be run. */
  readonly mine: string | null;
  readonly mineWaits: boolean;
  /** What this tab has stored or loaded last: anything else that is stored came from another tab. */
  readonly ours: string | null;
}

const NOTHING: KeptCode = { code: null, aside: null, waits: false };

const [tryItCode, write] = ownedStore<TryItCode>({
  ...NOTHING,
  mine: null,
  mineWaits: false,
  ours: null,
});

export { tryItCode };

const VERSION = 1;
const readCode = readerOf<KeptCode>({
  version: VERSION,
  schema: v.object({
    code: v.nullable(code),
    aside: v.nullable(code),
    waits: v.optional(v.boolean(), false),
  }),
});

const kept = keepIn<KeptCode>(write, {
  key: 'try-it',
  version: VERSION,
  reader: () => readCode,
  empty: NOTHING,
  notKept: () => words.notKept(),
});

/**
 * Loads what this browser has stored. The editor belongs to this tab: later changes of others don't appear in
 * it.
 */
export function restoreCode(): void {
  kept.restore();
  takeKept();
}

function takeKept(): void {
  const { code, waits } = tryItCode.getState();
  write({ ours: code, mine: code, mineWaits: waits });
}

// The editor then shows the code of the other subject.
followSubject(takeKept);

/** The learner has changed the code. Code that is too long to be run is not stored either. */
export function changeCode(code: string): void {
  write({ mine: code });
  if (code.length > LONGEST_CODE) return;
  const { mineWaits: waits, ours: before } = tryItCode.getState();
  write({ ours: code });
  kept.change((now) => {
    const fromElsewhere = now.code !== null && now.code !== before && now.code !== code;
    return { code, aside: fromElsewhere ? now.code : now.aside, waits };
  });
}

/** Code from a link replaces the learner's, which is set aside. It waits to be run. */
export function takeLinkedCode(linked: string): void {
  const { mine, mineWaits } = tryItCode.getState();
  if (mine === linked) return;
  write({ ours: linked, mine: linked, mineWaits: true });
  // Code that came with another link and was never run is not the learner's.
  kept.change(({ code, aside }) => ({
    code: linked,
    aside: mineWaits ? aside : (mine ?? code ?? aside),
    waits: true,
  }));
}

/** The learner runs the code in the editor; from now on it runs as it is typed. */
export function stopWaiting(): void {
  write({ mineWaits: false });
  const { mine } = tryItCode.getState();
  kept.change((now) => (now.code === mine ? { ...now, waits: false } : now));
}

/** The code that was set aside was restored, or is not wanted any more. */
export function dropAside(): void {
  const { aside } = tryItCode.getState();
  kept.change((now) => (now.aside === aside ? { ...now, aside: null } : now));
}
