/* The network that is being built, with its history. Written only by the functions below. */
import { readDraft } from '@/lib/interchange/architecture-link';
import { type Draft, draftOf, type Edit, edited } from '@/lib/network/edit/draft';
import { advanced, begun, type History, redone, undone } from '@/lib/network/edit/history';
import { once } from '@/lib/once';
import { must } from '@/lib/result';
import { PRESETS } from '@/lib/shelf/presets';
import words from '@/words/build';
import { ownedStore } from '../owned-store';

/** The architecture as this browser stores it, as JSON. */
const KEY = 'build';

export interface BuildView {
  readonly history: History<Draft>;
}

const [build, write] = ownedStore<BuildView>({
  history: begun(must(draftOf({ ...PRESETS.reference, name: words.mine() }))),
});

export { build };

export const presentDraft = (): Draft => build.getState().history.present;

/** Storage may be full or forbidden; the draft then lasts until the page is left. */
function store({ architecture }: Draft): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(architecture));
  } catch {
    // What can be shared as a link and opened is not worth a message.
  }
}

function take(history: History<Draft>): void {
  write({ history });
  store(history.present);
}

/** Restores what this browser has stored, once. What can't be read any more is ignored. */
export const restoreDraft = once((): void => {
  let text: string | null = null;
  try {
    text = localStorage.getItem(KEY);
  } catch {
    // Storage is forbidden.
  }
  const kept = text === null ? null : readDraft(text);
  if (kept?.ok) write({ history: begun(kept.value) });
});

/** Applies an edit. One about the same as the last one, such as the next letter in a field, is undone together with it. */
export const edit = (change: Edit, about: string | null = null): void => {
  const { history } = build.getState();
  take(advanced(history, edited(history.present, change), about));
};

/** A whole draft replaces the present one, which can be brought back. */
export const takeDraft = (draft: Draft): void => take(advanced(build.getState().history, draft));

export const undoEdit = (): void => take(undone(build.getState().history));
export const redoEdit = (): void => take(redone(build.getState().history));
