import { createStore } from 'zustand/vanilla';

/** A sentence for the learner that belongs to no one place on the page. */
export interface Notice {
  readonly id: number;
  readonly sentence: string;
}

interface NoticesState {
  readonly notices: readonly Notice[];
  /** Says a sentence once; the same sentence that still stands is not said twice. */
  say(sentence: string): void;
  dismiss(id: number): void;
}

let next = 1;

export const notices = createStore<NoticesState>()((set) => ({
  notices: [],
  say: (sentence) =>
    set((now) =>
      now.notices.some((notice) => notice.sentence === sentence)
        ? now
        : { notices: [...now.notices, { id: next++, sentence }] },
    ),
  dismiss: (id) => set((now) => ({ notices: now.notices.filter((notice) => notice.id !== id) })),
}));
