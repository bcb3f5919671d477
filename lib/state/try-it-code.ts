import * as v from 'valibot';
import { createStore } from 'zustand/vanilla';
import { LONGEST_CODE } from '@/lib/try-it/run-code';
import words from '@/words/try-it-code';
import { readVersioned } from './kept-file';
import { notices } from './notices';

const KEY = 'try-it';
const VERSION = 1;
const code = v.pipe(v.string(), v.maxLength(LONGEST_CODE));
const Kept = v.object({ version: v.literal(VERSION), code: v.nullable(code), aside: v.nullable(code) });

/** The code of “Try it”, as this browser keeps it. */
export interface TryItCode {
  /** What stands in the editor. Null: the learner has changed nothing, it is the network's own. */
  readonly code: string | null;
  /** The learner's code that was put aside for one that came with a link. Null where none was. */
  readonly aside: string | null;
}

export const tryItCode = createStore<TryItCode>()(() => ({ code: null, aside: null }));

/** Code that is too long to be run is too long to be kept. */
function keep(): void {
  const { code, aside } = tryItCode.getState();
  if (code !== null && code.length > LONGEST_CODE) return;
  try {
    localStorage.setItem(KEY, JSON.stringify({ version: VERSION, code, aside }));
  } catch {
    notices.getState().say(words.notKept());
  }
}

/** Takes up what this browser kept. */
export function restoreCode(): void {
  try {
    const kept = readVersioned(Kept, VERSION, 'code', localStorage.getItem(KEY));
    if (kept.ok) tryItCode.setState({ code: kept.value.code, aside: kept.value.aside });
  } catch {
    // Nothing was kept.
  }
}

/** The learner has changed the code. */
export function changeCode(code: string): void {
  tryItCode.setState({ code });
  keep();
}

/** Code that came with a link takes the place of the learner's, which is put aside. */
export function takeLinkedCode(linked: string): void {
  const { code, aside } = tryItCode.getState();
  if (code === linked) return;
  tryItCode.setState({ code: linked, aside: code ?? aside });
  keep();
}

/** The code that was put aside has been taken back, or is not wanted any more. */
export function dropAside(): void {
  tryItCode.setState({ aside: null });
  keep();
}
