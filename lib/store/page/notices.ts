/* The sentences that the page shows the learner. Written only by their own actions, below. */
import { ownedStore } from '../owned-store';

/** An action that a notice offers. */
export interface NoticeAction {
  readonly word: string;
  run(): void;
}

/** A sentence for the learner that belongs to no particular place on the page. */
export interface Notice {
  readonly id: number;
  readonly sentence: string;
  readonly action?: NoticeAction;
  /** What failed, for a report of it. */
  readonly errors?: readonly unknown[];
}

interface NoticesState {
  readonly notices: readonly Notice[];
  /** Shows a sentence, unless it is shown already. */
  notify(sentence: string, action?: NoticeAction): void;
  /**
   * Reports an error with its meaning. Further errors are added to the same notice; an error that was
   * reported before is ignored.
   */
  report(sentence: string, error: unknown): void;
  dismiss(id: number): void;
}

/** How many errors a report lists: later ones are most likely consequences. */
const MOST_ERRORS = 5;

/** A visit's notices, written only by their own actions. */
function createNotices() {
  let next = 1;
  const reported = new Set<string>();
  const [store, write] = ownedStore<NoticesState>({
    notices: [],
    notify: (sentence, action) =>
      write((now) =>
        now.notices.some((notice) => notice.sentence === sentence)
          ? now
          : { notices: [...now.notices, { id: next++, sentence, action }] },
      ),
    report: (sentence, error) => {
      if (reported.has(String(error))) return;
      reported.add(String(error));
      write(({ notices: before }) => {
        const standing = before.find((notice) => notice.sentence === sentence);
        if (!standing) return { notices: [...before, { id: next++, sentence, errors: [error] }] };
        const errors = [...(standing.errors ?? []), error].slice(0, MOST_ERRORS);
        return { notices: before.map((notice) => (notice === standing ? { ...notice, errors } : notice)) };
      });
    },
    dismiss: (id) => write((now) => ({ notices: now.notices.filter((notice) => notice.id !== id) })),
  });
  return store;
}

export const notices = createNotices();

/** Shows the learner a sentence that belongs to no particular place. */
export const notify = (sentence: string): void => notices.getState().notify(sentence);
