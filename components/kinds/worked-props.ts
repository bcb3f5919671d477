import type { Pipeline, Stage } from '@/lib/network/pipeline';
import type { TracedExplanation } from '@/lib/provenance/explain';

/** What a worked example is given: one value of a stage, explained. */
export interface WorkedProps {
  readonly stage: Stage;
  readonly pipeline: Pipeline;
  readonly explanation: TracedExplanation;
}
