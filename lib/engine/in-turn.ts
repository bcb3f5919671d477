/**
 * Returns a queue: it runs the given work one after another, in order, even after an earlier one was
 * rejected.
 */
export function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let before: Promise<unknown> = Promise.resolve();
  return (work) => {
    const answer = before.then(work);
    before = answer.catch(() => undefined);
    return answer;
  };
}
