/* The learner's data, stored by subject: each has a separate place, so two never share a mark. */
import { keptName, subjectOfName } from '@/lib/network/subject';
import { notices } from '../page/notices';
import { followSubject, presentSubject } from '../subject/present-subject';
import { Ledger, type Place } from './ledger';

export interface Kept<T> {
  /** Loads what is stored, and follows the changes of other tabs from then on. */
  restore(): void;
  /**
   * Changes the state of a subject, by default the current one. The function may be called more than once.
   */
  change(change: (now: T) => T, subject?: string): void;
  /** The state of each subject that has one, and of the current one. */
  all(): Readonly<Record<string, T>>;
}

/** The subjects with data under a name in this browser. */
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
 * Stores a store's state in this browser, separately for each subject: `key` is the first subject's. If that
 * fails, it stays in memory and the learner is notified once. `write`: writes the store, which shows the
 * current subject's state.
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
