import type { Suspicion } from '@/lib/challenges/faults/suspicions';
import words from '@/words/fault-words';

interface FaultWords {
  /** As an answer option. */
  readonly name: string;
  /** In the middle of a sentence. */
  readonly inside: string;
  /** Why it has these symptoms. */
  readonly why: string;
}

/** Every suspicion in words. */
export const FAULT_WORDS: Readonly<Record<Suspicion, FaultWords>> = {
  labels: { name: words.labelsName(), inside: words.labelsInside(), why: words.labelsWhy() },
  zeros: { name: words.zerosName(), inside: words.zerosInside(), why: words.zerosWhy() },
  rate: { name: words.rateName(), inside: words.rateInside(), why: words.rateWhy() },
  linear: { name: words.linearName(), inside: words.linearInside(), why: words.linearWhy() },
  range: { name: words.rangeName(), inside: words.rangeInside(), why: words.rangeWhy() },
  order: { name: words.orderName(), inside: words.orderInside(), why: words.orderWhy() },
  missing: { name: words.missingName(), inside: words.missingInside(), why: words.missingWhy() },
  few: { name: words.fewName(), inside: words.fewInside(), why: words.fewWhy() },
  none: { name: words.noneName(), inside: words.noneInside(), why: words.noneWhy() },
};
