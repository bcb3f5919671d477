import type { Result } from '@/lib/result';

/** The value of a result; throws with its sentence where there is none. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problem.sentence);
  return result.value;
}

/** The sentence of a failed result; throws where it succeeded. */
export function sentenceOf(result: Result<unknown>): string {
  if (result.ok) throw new Error('it should have failed');
  return result.problem.sentence;
}
