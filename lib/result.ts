/** What went wrong: one sentence for the learner, and what an engineer would want to know. */
export interface Problem {
  readonly sentence: string;
  readonly detail?: string;
}

/** Errors are values: a function that can fail on what came from outside answers one of these. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const fail = (
  sentence: string,
  detail?: string,
): { readonly ok: false; readonly problem: Problem } => ({
  ok: false,
  problem: { sentence, detail },
});

/**
 * The value of what can't have failed, or of what a script can't go on without.
 * @throws Error with the problem's sentence and detail.
 */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const { sentence, detail } = result.problem;
  throw new Error(detail ? `${sentence} (${detail})` : sentence);
}
