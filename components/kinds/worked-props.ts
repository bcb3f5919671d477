import type { Pipeline, Stage } from '@/lib/network/pipeline';
import type { TracedExplanation } from '@/lib/provenance/explain';

/** The props of a worked example: one explained value of a stage. */
export interface WorkedProps {
  readonly stage: Stage;
  readonly pipeline: Pipeline;
  readonly explanation: TracedExplanation;
}
