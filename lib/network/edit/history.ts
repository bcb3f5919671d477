/** States that can be undone and redone. */

export interface History<T> {
  /** The oldest first. */
  readonly past: readonly T[];
  readonly present: T;
  /** The next one first. */
  readonly future: readonly T[];
  /** What the last change was about: another one about the same replaces it, such as the next letter in a field. */
  readonly about: string | null;
}

/** How many states are remembered. */
const MOST = 200;

export const begun = <T>(present: T): History<T> => ({ past: [], present, future: [], about: null });

/** A new state. One about the same as the last change takes its place. */
export function advanced<T>(history: History<T>, present: T, about: string | null = null): History<T> {
  if (present === history.present) return history;
  const goesOn = about !== null && about === history.about && history.future.length === 0;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-MOST);
  return { past, present, future: [], about };
}

export function undone<T>(history: History<T>): History<T> {
  const { past, present, future } = history;
  const before = past.at(-1);
  if (before === undefined) return history;
  return { past: past.slice(0, -1), present: before, future: [present, ...future], about: null };
}

export function redone<T>(history: History<T>): History<T> {
  const { past, present, future } = history;
  const [next, ...rest] = future;
  if (next === undefined) return history;
  return { past: [...past, present], present: next, future: rest, about: null };
}
