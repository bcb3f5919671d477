/** What a number of a sentence is made from, and what it is then. */
import type { ClassNaming } from '@/lib/network/class-words';
import type { Pipeline, Stage } from '@/lib/network/pipeline';
import type { EpochRecord } from '@/lib/network/run';
import type { Trace } from '@/lib/network/trace';
import type { Step } from '@/lib/provenance/path';

/** Everything that a sentence can be about. */
export interface About {
  readonly pipeline: Pipeline;
  readonly stage: Stage;
  /** Null while it is loading. */
  readonly trace: Trace | null;
  /** The value that the beat names; null where it names none, or while it is loading. */
  readonly step: Step | null;
  /** The epoch at the end of the beat, and the one that the run begins with. */
  readonly epoch: EpochRecord | null;
  readonly first: EpochRecord | null;
  /** Training images. */
  readonly images: number;
  readonly classWord: ClassNaming;
}

/** A number as text, and what it can be opened as. */
export interface FactText {
  readonly text: string;
  /** The value that it is, or in whose arithmetic it stands; null where it is none of the network's. */
  readonly step: Step | null;
  /** How it came about, in a sentence, where it is none of the network's values. */
  readonly how?: string;
  /** The epoch of the run that it was measured in. */
  readonly epoch?: number;
}

export interface Fact {
  /** Whether a stage of this form has it; absent: each has. */
  has?(stage: Stage, pipeline: Pipeline): boolean;
  /** Null until it is known. */
  write(about: About): FactText | null;
}
