/** Answers a queue: what it is given is done one after the other, in order, also when something before was rejected. */
export function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let before: Promise<unknown> = Promise.resolve();
  return (work) => {
    const answer = before.then(work);
    before = answer.catch(() => undefined);
    return answer;
  };
}
