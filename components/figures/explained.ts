import type { TracedExplanation } from '@/lib/provenance/explain';
import type { Result } from '@/lib/result';

type Explained = Result<TracedExplanation> | null;

/** The arithmetic, where there is any. */
export const explanationOf = (explained: Explained): TracedExplanation | null =>
  explained?.ok ? explained.value : null;

/** Why there is none, in one sentence; null where there is, or while it is loading. */
export const sentenceOf = (explained: Explained): string | null =>
  explained && !explained.ok ? explained.problem.sentence : null;
