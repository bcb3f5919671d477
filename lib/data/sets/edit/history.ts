/** The states that a set has had, so that every change can be undone and made again. */
import { ok, type Result } from '@/lib/result';
import { type Edit, type EditedSet, edited } from './edited-set';

/** So many changes can be undone. Each state takes a few bytes an image. */
const MOST = 100;

export interface History {
  readonly present: EditedSet;
  /** The last one first: the state before each change, and the change. */
  readonly past: readonly Step[];
  /** What was undone, the next one first: the state after it, and the change. */
  readonly undone: readonly Step[];
}

interface Step {
  readonly set: EditedSet;
  readonly edit: Edit;
}

export const begin = (present: EditedSet): History => ({ present, past: [], undone: [] });

/** Makes a change. What was undone before can't be made again any more. */
export function change({ present, past }: History, edit: Edit): Result<History> {
  const next = edited(present, edit);
  if (!next.ok) return next;
  return ok({ present: next.value, past: [{ set: present, edit }, ...past].slice(0, MOST), undone: [] });
}

/** Undoes the last change; the same history where there is none. */
export function undo(history: History): History {
  const [last, ...past] = history.past;
  if (!last) return history;
  return { present: last.set, past, undone: [{ set: history.present, edit: last.edit }, ...history.undone] };
}

/** Makes the change again that was undone last; the same history where there is none. */
export function redo(history: History): History {
  const [next, ...undone] = history.undone;
  if (!next) return history;
  return { present: next.set, past: [{ set: history.present, edit: next.edit }, ...history.past], undone };
}
