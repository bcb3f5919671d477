import * as v from 'valibot';
import { createStore } from 'zustand/vanilla';
import { notices } from './notices';

const KEY = 'progress';
const Kept = v.object({ version: v.literal(1), read: v.array(v.pipe(v.string(), v.maxLength(64))) });

export interface ProgressState {
  /** The lessons whose question was answered, by stage id. */
  readonly read: readonly string[];
  markRead(stage: string): void;
}

function kept(): readonly string[] {
  try {
    const read = v.safeParse(Kept, JSON.parse(localStorage.getItem(KEY) ?? 'null'));
    return read.success ? read.output.read : [];
  } catch {
    return [];
  }
}

function keep(read: readonly string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ version: 1, read }));
  } catch {
    notices
      .getState()
      .say('This browser keeps nothing for this site, so your progress marks will be gone after a reload.');
  }
}

/** How far the learner has come. Empty until {@link restoreProgress}, so that server and first paint agree. */
export const progress = createStore<ProgressState>()((set, get) => ({
  read: [],
  markRead(stage) {
    const { read } = get();
    if (read.includes(stage)) return;
    set({ read: [...read, stage] });
    keep(get().read);
  },
}));

/** Takes up what this browser kept. */
export const restoreProgress = (): void => progress.setState({ read: kept() });
