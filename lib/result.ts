/** An error: one sentence for the learner, and details for an engineer. */
export interface Problem {
  readonly sentence: string;
  readonly detail?: string;
}

/** Errors are values: a function that can fail on outside data returns one of these. */
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
 * The value of a result that can't be an error, or without which a script can't continue.
 * @throws Error with the problem's sentence and detail.
 */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const { sentence, detail } = result.problem;
  throw new Error(detail ? `${sentence} (${detail})` : sentence);
}
