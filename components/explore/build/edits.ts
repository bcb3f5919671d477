import type { RefObject } from 'react';
import { flushSync } from 'react-dom';
import { freshLayer } from '@/lib/kinds/outside/builders';
import type { LayerKind } from '@/lib/kinds/types';
import { type Edit, isPossible, MOST_LAYERS } from '@/lib/network/edit/draft';
import type { Mend } from '@/lib/network/edit/trouble';
import { edit, presentDraft } from '@/lib/store/explore/build';
import words from '@/words/build';

/** What the handles of the rows are found by, and the button below the list that adds a layer. */
const HANDLE = '[data-handle]';
const ADD = '[data-add]';

/** The edits of the rows of a list; each says what it did, and leaves the focus where one goes on. */
export interface Edits {
  move(at: number, to: number): void;
  remove(at: number): void;
  insert(at: number, kind: LayerKind): void;
  mend(at: number, mend: Mend): void;
}

/** Applies an edit at once, so that what has the focus afterwards is there. Returns whether it was possible. */
function apply(change: Edit): boolean {
  const possible = isPossible(presentDraft(), change);
  if (possible) flushSync(() => edit(change));
  return possible;
}

const nameAt = (at: number): string => presentDraft().architecture.layers[at]?.id ?? '';
const placeOf = (at: number) => ({ place: at + 1, count: presentDraft().architecture.layers.length });

export function editsOf(list: RefObject<HTMLElement | null>, announce: (message: string) => void): Edits {
  /** The handle of a layer, or of the last one. The input has none: where it is alone, one goes on by adding a layer. */
  const focusHandle = (at: number) => {
    const handles = [...(list.current?.querySelectorAll<HTMLElement>(HANDLE) ?? [])];
    const handle = handles[Math.min(Math.max(0, at - 1), handles.length - 1)];
    (handle ?? list.current?.parentElement?.querySelector<HTMLElement>(ADD))?.focus();
  };
  return {
    move(at, to) {
      // Moving an element in the page takes the focus from it.
      const focused = document.activeElement;
      if (!apply({ type: 'move', at, to })) return;
      if (focused instanceof HTMLElement) focused.focus();
      announce(words.moved({ layer: nameAt(to), ...placeOf(to) }));
    },
    remove(at) {
      const layer = nameAt(at);
      if (!apply({ type: 'remove', at })) return;
      focusHandle(at);
      announce(words.removed({ layer }));
    },
    insert(at, kind) {
      if (!apply({ type: 'insert', at, layer: freshLayer(kind) }))
        return announce(words.full({ most: MOST_LAYERS }));
      focusHandle(at);
      announce(words.inserted({ layer: nameAt(at), ...placeOf(at) }));
    },
    mend(at, { edit: change, words: what }) {
      if (!apply(change)) return;
      focusHandle(at);
      announce(words.mended({ words: what }));
    },
  };
}
