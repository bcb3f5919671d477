/**
 * Why a network can't be read, with the sentence for the learner. It is thrown where that is found out, deep in a graph,
 * and becomes a failed `Result` in `read.ts`; nothing of this folder lets it out.
 */
export class Refusal extends Error {
  constructor(
    readonly sentence: string,
    readonly detail?: string,
  ) {
    super(sentence);
  }
}

/** @throws Refusal always. */
export function refuse(sentence: string, detail?: string): never {
  throw new Refusal(sentence, detail);
}
