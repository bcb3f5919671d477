/** Runs in which something may be broken: what is trained, and what can be seen of it afterwards. */
import type { Architecture } from '@/lib/network/architecture';
import type { BatchEvent, RunLog } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import type { StageTrace } from '@/lib/network/trace';

/** What is trained to show a fault, or none. */
export interface Case {
  readonly settings: TrainingSettings;
  readonly architecture: Architecture;
}

/** What a run leaves for those who look for what is wrong with it. */
export interface Evidence {
  readonly log: RunLog;
  /** Every step, in order. */
  readonly batches: readonly BatchEvent[];
  /** The trained network on one image. */
  readonly stages: readonly StageTrace[];
}

/** A number that gives a fault away: above `limit` in every broken run, below it in every healthy one. */
export interface Signature {
  /** One number of a run. NaN and infinity are above every limit. */
  measure(evidence: Evidence): number;
  readonly limit: number;
  /** What was measured, as the subject of a sentence. */
  readonly what: string;
}
