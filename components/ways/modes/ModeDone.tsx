'use client';

import { useProgress } from '@/components/state/hooks';
import words from '@/words/modes';
import type { ModeId } from './mode-ids';

/** Marks a way to learn as done, or takes the mark back. */
export function ModeDone({ mode }: { readonly mode: ModeId }) {
  const done = useProgress((state) => state.modes.includes(mode));
  const mark = useProgress((state) => state.markMode);
  return (
    <button type="button" className="button-quiet" aria-pressed={done} onClick={() => mark(mode, !done)}>
      {done ? words.done() : words.markDone()}
    </button>
  );
}
