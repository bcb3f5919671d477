/** Runs with a possible fault: what is trained, and the evidence afterwards. */
import type { Architecture } from '@/lib/network/architecture';
import type { BatchEvent, RunLog } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import type { StageTrace } from '@/lib/network/trace';

/** A run that shows one fault, or none. */
export interface Case {
  readonly settings: TrainingSettings;
  readonly architecture: Architecture;
}

/** The evidence of a run for diagnosing it. */
export interface Evidence {
  readonly log: RunLog;
  /** Every step, in order. */
  readonly batches: readonly BatchEvent[];
  /** The trained network on one image. */
  readonly stages: readonly StageTrace[];
}

/** A number that identifies a fault: above `limit` in every broken run, below it in every healthy one. */
export interface Signature {
  /** One number of a run. NaN and infinity count as above every limit. */
  measure(evidence: Evidence): number;
  readonly limit: number;
  /** The measured quantity, as the subject of a sentence. */
  readonly what: string;
}
