/*
 * State that this browser keeps, the same in every tab. No tab ever writes what it has in memory over what another one
 * has kept meanwhile: a change is a function, applied to the newest kept state. What a tab deletes stays deleted for the
 * same reason.
 */
import * as v from 'valibot';
import words from '@/words/kept';
import { followKey } from './follow-key';
import { type KeptForm, readForm, withoutWrong } from './kept-form';

/** What is kept under one key. */
export interface Place<T> extends KeptForm<T> {
  readonly key: string;
  readonly empty: T;
  /** Says that nothing can be kept. */
  notKept(): string;
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

/** What is kept in a place; a word where it must be left alone. */
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

/** What one place keeps, as this tab has it. */
export class Ledger<T extends object> {
  /** The newest state that this tab has read or made. */
  state: T;
  private mine: Change<T>[] = [];
  private count = 0;
  private followed = false;

  constructor(
    private readonly place: Place<T>,
    /** Hears the newest state. */
    private readonly show: (state: T) => void,
    /** Tells the learner what became of it. */
    private readonly notify: (sentence: string) => void,
  ) {
    this.state = place.empty;
  }

  /** Takes up what is kept, and follows what other tabs make of it from then on. */
  restore(): void {
    if (!this.followed) followKey(this.place.key, () => this.follow());
    this.followed = true;
    this.follow();
  }

  /** Changes what is kept; where it can't be kept, or must be left alone, what is in memory. */
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

  /** Takes what is kept, makes those of this tab's changes that it lacks, and shows the outcome. */
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
