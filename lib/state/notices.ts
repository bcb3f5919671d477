import { createStore } from 'zustand/vanilla';

/** What the learner can do about a notice. */
export interface NoticeAction {
  readonly word: string;
  run(): void;
}

/** A sentence for the learner that belongs to no one place on the page. */
export interface Notice {
  readonly id: number;
  readonly sentence: string;
  readonly action?: NoticeAction;
}

interface NoticesState {
  readonly notices: readonly Notice[];
  /** Says a sentence once; the same sentence that still stands is not said twice. */
  say(sentence: string, action?: NoticeAction): void;
  dismiss(id: number): void;
}

let next = 1;

export const notices = createStore<NoticesState>()((set) => ({
  notices: [],
  say: (sentence, action) =>
    set((now) =>
      now.notices.some((notice) => notice.sentence === sentence)
        ? now
        : { notices: [...now.notices, { id: next++, sentence, action }] },
    ),
  dismiss: (id) => set((now) => ({ notices: now.notices.filter((notice) => notice.id !== id) })),
}));
