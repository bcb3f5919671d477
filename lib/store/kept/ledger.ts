/*
 * State that this browser stores, the same in every tab. No tab ever overwrites what another one has stored
 * meanwhile with its own memory: a change is a function, applied to the newest stored state. For the same
 * reason, what a tab deletes stays deleted.
 */
import type { Result } from '@/lib/result';
import { followKey } from './follow-key';

/** The last change of each tab in the stored state. */
export type Tabs = readonly (readonly [tab: string, change: number])[];

/** A stored state. */
export interface Open<T> {
  readonly is: 'open';
  readonly state: T;
  readonly tabs: Tabs;
  /** The message that invalid entries were left out; null where there were none. */
  readonly mended: string | null;
}

/** The storage is forbidden, or contains what must not be touched. */
export interface Closed {
  readonly is: 'closed';
  readonly sentence: string;
}

/** Reads a stored text; null where nothing in it can be used. */
export type Reader<T> = (text: string) => Open<T> | Closed | null;

/** The place of a state under one key. */
export interface Place<T> {
  readonly key: string;
  /** The version that is written. */
  readonly version: number;
  readonly empty: T;
  /** What reads stored states. A promise while it is being loaded. */
  reader(): Reader<T> | Promise<Result<Reader<T>>>;
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
const TAB = Math.random().toString(36).slice(2);

/** One place's state in this tab. */
export class Ledger<T extends object> {
  /** The newest state that this tab has read or made. */
  state: T;
  private mine: Change<T>[] = [];
  private count = 0;
  private followed = false;
  /** The text that this tab has read or written last: what it wrote itself it need not read. */
  private last: { readonly text: string; readonly found: Open<T> | Closed } | null = null;
  private waiting = false;

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

  /**
   * Changes the stored state; where it can't be stored, or must not be touched, the state in memory. While
   * the reader is being loaded the change is only in memory; it is applied to the stored state afterwards.
   */
  change(make: (now: T) => T): void {
    const found = this.find();
    if (found?.is === 'closed') {
      this.notify(found.sentence);
      this.take(make(this.state));
      return;
    }
    this.mine.push({ number: ++this.count, make, until: Number.POSITIVE_INFINITY });
    if (found) this.agree(found);
    else this.take(make(this.state));
  }

  private follow(): void {
    const found = this.find();
    if (found?.is === 'open') {
      this.agree(found);
      return;
    }
    // Changes that were waiting for the reader, and can't be stored after all.
    const waiting = this.mine.some(({ until }) => until === Number.POSITIVE_INFINITY);
    if (found && waiting) this.notify(found.sentence);
    this.take(this.state);
  }

  /** What is stored; null where it can't be read yet. Then this follows it as soon as it can. */
  private find(): Open<T> | Closed | null {
    const { key, empty, notKept } = this.place;
    let text: string | null;
    try {
      text = localStorage.getItem(key);
    } catch {
      return { is: 'closed', sentence: notKept() };
    }
    const nothing: Open<T> = { is: 'open', state: empty, tabs: [], mended: null };
    if (text === null) return nothing;
    if (text === this.last?.text) return this.last.found;
    const reader = this.place.reader();
    if (typeof reader !== 'function') {
      void this.await(reader);
      return null;
    }
    const found = reader(text) ?? nothing;
    this.last = { text, found };
    return found;
  }

  private async await(loading: Promise<Result<Reader<T>>>): Promise<void> {
    if (this.waiting) return;
    this.waiting = true;
    const loaded = await loading;
    this.waiting = false;
    if (loaded.ok) this.follow();
    else this.notify(loaded.problem.sentence);
  }

  /** Takes the stored state, applies this tab's changes that it lacks, and shows the result. */
  private agree({ state: kept, tabs, mended }: Open<T>): void {
    this.mine = this.mine.filter(({ until }) => until > performance.now());
    const contained = tabs.find(([tab]) => tab === TAB)?.[1] ?? 0;
    const missing = this.mine.filter(({ number }) => number > contained);
    const state = missing.reduce((now, { make }) => make(now), kept);
    if (mended) this.notify(mended);
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
    const text = JSON.stringify({ version, ...state, tabs });
    try {
      localStorage.setItem(key, text);
    } catch {
      this.notify(notKept());
      return false;
    }
    this.last = { text, found: { is: 'open', state, tabs, mended: null } };
    return true;
  }
}
