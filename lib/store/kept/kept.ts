/* What the learner does, kept by subject: each has a place of its own, so two never share a mark. */
import { keptName, subjectOfName } from '@/lib/network/subject';
import { notices } from '../page/notices';
import { followSubject, presentSubject } from '../subject/present-subject';
import { Ledger, type Place } from './ledger';

export interface Kept<T> {
  /** Takes up what is kept, and follows what other tabs make of it from then on. */
  restore(): void;
  /** Changes what is kept of a subject, of the present one where none is named. The function may be called more than once. */
  change(change: (now: T) => T, subject?: string): void;
  /** What is kept of each subject of which there is anything, and of the present one. */
  all(): Readonly<Record<string, T>>;
}

/** The subjects that have something under a name in this browser. */
function keptSubjects(name: string): readonly string[] {
  try {
    return Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at))
      .map((key) => key !== null && subjectOfName(name, key))
      .filter((subject) => typeof subject === 'string');
  } catch {
    return [];
  }
}

/**
 * Keeps a store's state in this browser's storage, for each subject by itself: `key` is the first subject's. Where that
 * can't be, it stays in memory and the learner is notified once. `write`: writes the store, which shows what is kept of the
 * subject that the page is about.
 */
export function keepIn<T extends object>(write: (state: T) => void, place: Place<T>): Kept<T> {
  const ledgers = new Map<string, Ledger<T>>();
  const notified = new Set<string>();
  const notify = (sentence: string) => {
    if (!notified.has(sentence)) notices.getState().notify(sentence);
    notified.add(sentence);
  };

  function ledgerOf(subject: string): Ledger<T> {
    const known = ledgers.get(subject);
    if (known) return known;
    const show = (state: T) => {
      if (subject === presentSubject()) write(state);
    };
    const ledger = new Ledger({ ...place, key: keptName(place.key, subject) }, show, notify);
    ledgers.set(subject, ledger);
    return ledger;
  }

  followSubject(() => ledgerOf(presentSubject()).restore());
  return {
    restore: () => ledgerOf(presentSubject()).restore(),
    change: (make, subject = presentSubject()) => ledgerOf(subject).change(make),
    all() {
      const subjects = new Set([presentSubject(), ...ledgers.keys(), ...keptSubjects(place.key)]);
      return Object.fromEntries(
        [...subjects].map((subject) => {
          const ledger = ledgerOf(subject);
          ledger.restore();
          return [subject, ledger.state];
        }),
      );
    },
  };
}
