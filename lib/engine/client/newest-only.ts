/** A waiting question, and its callbacks. */
interface Waiting<Question, Answer> {
  readonly question: Question;
  readonly resolve: (answer: Answer | 'superseded') => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Handles one question at a time. Meanwhile only the newest waits; one that is outdated before it could start
 * gets 'superseded' and is never asked. So a learner who drags over twenty images waits for two.
 */
export function newestOnly<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
): (question: Question) => Promise<Answer | 'superseded'> {
  let waiting: Waiting<Question, Answer> | null = null;
  let busy = false;

  async function pump(): Promise<void> {
    if (busy || !waiting) return;
    const { question, resolve, reject } = waiting;
    waiting = null;
    busy = true;
    try {
      resolve(await ask(question));
    } catch (error) {
      reject(error);
    }
    busy = false;
    void pump();
  }

  return (question) =>
    new Promise((resolve, reject) => {
      waiting?.resolve('superseded');
      waiting = { question, resolve, reject };
      void pump();
    });
}
