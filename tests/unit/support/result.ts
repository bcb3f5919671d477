import type { Result } from '@/lib/result';

export { must } from '@/lib/result';

/** The sentence of a failed result; throws where it succeeded. */
export function sentenceOf(result: Result<unknown>): string {
  if (result.ok) throw new Error('it should have failed');
  return result.problem.sentence;
}
