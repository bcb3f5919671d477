/*
 * State that this browser keeps, the same in every tab. No tab ever writes what it has in memory over what another one
 * has kept meanwhile: a change is a function, applied to the newest kept state. What a tab deletes stays deleted for the
 * same reason.
 */
import * as v from 'valibot';
import words from '@/words/kept';
import { notices } from '../page/notices';
import { type KeptForm, readForm, withoutWrong } from './kept-form';

/** A store of zustand, as far as it is needed here. */
interface Store<T> {
  getState(): T;
  setState(state: T): void;
}

interface Place<T> extends KeptForm<T> {
  readonly key: string;
  readonly empty: T;
  /** Says that nothing can be kept. */
  notKept(): string;
}

export interface Kept<T> {
  /** Takes up what is kept, and follows what other tabs make of it from then on. */
  restore(): void;
  /** Changes what is kept. The function may be called more than once. */
  change(change: (now: T) => T): void;
}

interface Change<T> {
  readonly number: number;
  readonly make: (now: T) => T;
  /** On the clock that is never set; for ever as long as it could not be kept. */
  until: number;
}

/*
 * Browsers let two tabs write at the same moment without having seen each other's writing. So what is kept says up to
 * which change of each tab it goes, and a tab that finds changes of its own missing makes them again.
 */
const SETTLED_MS = 5000;
const MOST_TABS = 16;
const Tabs = v.fallback(v.object({ tabs: v.array(v.tuple([v.string(), v.number()])) }), { tabs: [] });
type Tabs = v.InferOutput<typeof Tabs>['tabs'];
const TAB = Math.random().toString(36).slice(2);

/** What is kept, and up to which change of each tab; whether it had entries that can't be. */
interface Found<T> {
  readonly state: T;
  readonly tabs: Tabs;
  readonly mended: boolean;
}

/** What is kept under a key; a word where it must be left alone. */
function find<T>(place: Place<T>): Found<T> | 'forbidden' | 'newer' {
  let text: string | null;
  try {
    text = localStorage.getItem(place.key);
  } catch {
    return 'forbidden';
  }
  const nothing = { state: place.empty, tabs: [], mended: false };
  if (text === null) return nothing;
  const read = readForm(place, text);
  if (read.is === 'newer') return 'newer';
  if (read.is === 'cut off') return nothing;
  const { tabs } = v.parse(Tabs, read.json);
  if (read.is === 'read') return { state: read.state, tabs, mended: false };
  const mended = v.safeParse(place.schema, withoutWrong(read.json, read.issues));
  return mended.success ? { state: mended.output, tabs, mended: true } : nothing;
}

/** Keeps a store's state in this browser's storage. Where that can't be, it stays in memory and the learner is told once. */
export function keepIn<T extends object>(store: Store<T>, place: Place<T>): Kept<T> {
  let mine: Change<T>[] = [];
  let count = 0;
  let followed = false;
  const notified = new Set<string>();
  const notify = (sentence: string) => {
    if (!notified.has(sentence)) notices.getState().say(sentence);
    notified.add(sentence);
  };

  function write(state: T, before: Tabs): boolean {
    const others = before.filter(([tab]) => tab !== TAB).slice(1 - MOST_TABS);
    const tabs: Tabs = [...others, [TAB, count]];
    try {
      localStorage.setItem(place.key, JSON.stringify({ version: place.version, ...state, tabs }));
      return true;
    } catch {
      notify(place.notKept());
      return false;
    }
  }

  /** Takes what is kept, makes those of this tab's changes that it lacks, and shows the outcome. */
  function agree({ state: kept, tabs, mended }: Found<T>): void {
    mine = mine.filter(({ until }) => until > performance.now());
    const contained = tabs.find(([tab]) => tab === TAB)?.[1] ?? 0;
    const missing = mine.filter(({ number }) => number > contained);
    const state = missing.reduce((now, { make }) => make(now), kept);
    if (mended) notify(words.mended());
    if ((missing.length > 0 || mended) && write(state, tabs))
      for (const one of missing) one.until = performance.now() + SETTLED_MS;
    store.setState(state);
  }

  function follow(): void {
    const found = find(place);
    if (typeof found === 'object') agree(found);
  }

  return {
    restore() {
      if (!followed) followKey(place.key, follow);
      followed = true;
      follow();
    },
    change(make) {
      const found = find(place);
      if (typeof found === 'object') {
        mine.push({ number: ++count, make, until: Number.POSITIVE_INFINITY });
        return agree(found);
      }
      notify(found === 'newer' ? words.newerKept() : place.notKept());
      store.setState(make(store.getState()));
    },
  };
}

/** Hears when another tab changes what is kept under a key, and when this page comes back after it was set aside. */
export function followKey(key: string, changed: () => void): void {
  globalThis.addEventListener?.('storage', (event) => {
    // Null: everything was deleted.
    if (event.key === key || event.key === null) changed();
  });
  globalThis.addEventListener?.('pageshow', ({ persisted }) => persisted && changed());
}
