/** A question that waits, and whom to tell the answer. */
interface Waiting<Question, Answer> {
  readonly question: Question;
  readonly resolve: (answer: Answer | 'superseded') => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Asks one question at a time. While one is being answered only the newest waits; one that is out of date when it
 * could start is answered 'superseded' and never asked. So a learner who drags over twenty images waits for two.
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
