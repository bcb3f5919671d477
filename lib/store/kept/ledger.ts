/*
 * State that this browser stores, the same in every tab. No tab ever overwrites what another one has stored
 * meanwhile with its own memory: a change is a function, applied to the newest stored state. For the same
 * reason, what a tab deletes stays deleted.
 */
import * as v from 'valibot';
import words from '@/words/kept';
import { followKey } from './follow-key';
import { type KeptForm, readForm, withoutWrong } from './kept-form';

/** The place of a state under one key. */
export interface Place<T> extends KeptForm<T> {
  readonly key: string;
  readonly empty: T;
  /** A message that nothing can be stored. */
  notKept(): string;
}

interface Change<T> {
  readonly number: number;
  readonly make: (now: T) => T;
  /** On a monotonic clock; infinite while it could not be stored. */
  until: number;
}

/*
 * Browsers let two tabs write at the same moment without seeing each other's write. So the stored state
 * records the last change of each tab, and a tab that finds changes of its own missing applies them again.
 */
const SETTLED_MS = 5000;
const MOST_TABS = 16;
const Tabs = v.fallback(v.object({ tabs: v.array(v.tuple([v.string(), v.number()])) }), { tabs: [] });
type Tabs = v.InferOutput<typeof Tabs>['tabs'];
const TAB = Math.random().toString(36).slice(2);

/** The stored state, and the last change of each tab in it; whether it had invalid entries. */
interface Found<T> {
  readonly state: T;
  readonly tabs: Tabs;
  readonly mended: boolean;
}

/** The stored state of a place; a word where it must not be touched. */
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

/** One place's state in this tab. */
export class Ledger<T extends object> {
  /** The newest state that this tab has read or made. */
  state: T;
  private mine: Change<T>[] = [];
  private count = 0;
  private followed = false;

  constructor(
    private readonly place: Place<T>,
    /** Receives the newest state. */
    private readonly show: (state: T) => void,
    /** Notifies the learner of problems. */
    private readonly notify: (sentence: string) => void,
  ) {
    this.state = place.empty;
  }

  /** Loads what is stored, and follows the changes of other tabs from then on. */
  restore(): void {
    if (!this.followed) followKey(this.place.key, () => this.follow());
    this.followed = true;
    this.follow();
  }

  /** Changes the stored state; where it can't be stored, or must not be touched, the state in memory. */
  change(make: (now: T) => T): void {
    const found = find(this.place);
    if (typeof found === 'object') {
      this.mine.push({ number: ++this.count, make, until: Number.POSITIVE_INFINITY });
      this.agree(found);
    } else {
      this.notify(found === 'newer' ? words.newerKept() : this.place.notKept());
      this.take(make(this.state));
    }
  }

  private follow(): void {
    const found = find(this.place);
    if (typeof found === 'object') this.agree(found);
    else this.take(this.state);
  }

  /** Takes the stored state, applies this tab's changes that it lacks, and shows the result. */
  private agree({ state: kept, tabs, mended }: Found<T>): void {
    this.mine = this.mine.filter(({ until }) => until > performance.now());
    const contained = tabs.find(([tab]) => tab === TAB)?.[1] ?? 0;
    const missing = this.mine.filter(({ number }) => number > contained);
    const state = missing.reduce((now, { make }) => make(now), kept);
    if (mended) this.notify(words.mended());
    if ((missing.length > 0 || mended) && this.write(state, tabs))
      for (const one of missing) one.until = performance.now() + SETTLED_MS;
    this.take(state);
  }

  private take(state: T): void {
    this.state = state;
    this.show(state);
  }

  private write(state: T, before: Tabs): boolean {
    const { key, version, notKept } = this.place;
    const others = before.filter(([tab]) => tab !== TAB).slice(1 - MOST_TABS);
    const tabs: Tabs = [...others, [TAB, this.count]];
    try {
      localStorage.setItem(key, JSON.stringify({ version, ...state, tabs }));
      return true;
    } catch {
      this.notify(notKept());
      return false;
    }
  }
}
