/* The network that is being built, with its history. Written only by the functions below. */
import { readDraft } from '@/lib/interchange/architecture-link';
import { type Draft, draftOf, type Edit, edited } from '@/lib/network/edit/draft';
import { advanced, begun, type History, redone, undone } from '@/lib/network/edit/history';
import { once } from '@/lib/once';
import { must } from '@/lib/result';
import { PRESETS } from '@/lib/shelf/presets';
import words from '@/words/build';
import { followKey } from '../kept/follow-key';
import { ownedStore } from '../owned-store';

/** The architecture as this browser stores it, as JSON. */
const KEY = 'build';

export interface BuildView {
  readonly history: History<Draft>;
  /** Whether the last change came from another tab. */
  readonly isFromElsewhere: boolean;
}

/** Changes of another tab, one after another, are undone together. */
const ELSEWHERE = 'elsewhere';

const [build, write] = ownedStore<BuildView>({
  history: begun(must(draftOf({ ...PRESETS.reference, name: words.mine() }))),
  isFromElsewhere: false,
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
  write({ history, isFromElsewhere: false });
  store(history.present);
}

/** What this browser has stored; null where that is nothing, or can't be read any more. */
function storedDraft(): Draft | null {
  let text: string | null = null;
  try {
    text = localStorage.getItem(KEY);
  } catch {
    // Storage is forbidden.
  }
  const kept = text === null ? null : readDraft(text);
  return kept?.ok ? kept.value : null;
}

/** Shows the draft of another tab. This tab's own is one step back, so neither tab discards what the other has built. */
function follow(): void {
  const draft = storedDraft();
  const { history } = build.getState();
  if (!draft || JSON.stringify(draft.architecture) === JSON.stringify(history.present.architecture)) return;
  write({ history: advanced(history, draft, ELSEWHERE), isFromElsewhere: true });
}

/** Restores what this browser has stored, once, and follows other tabs from then on. */
export const restoreDraft = once((): void => {
  const draft = storedDraft();
  if (draft) write({ history: begun(draft) });
  followKey(KEY, follow);
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
