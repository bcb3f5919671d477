import { max, mean, min } from 'd3-array';
import type { Evidence, Signature } from '@/lib/challenges/faults/evidence';
import type { Fault } from '@/lib/challenges/faults/suspicions';
import type { BatchEvent, EpochRecord, RunLog } from '@/lib/network/run';
import words from '@/words/fault-evidence';

const lastOf = ({ epochs }: RunLog): EpochRecord => epochs[epochs.length - 1];
const valuesOf = ({ stages }: Evidence, id: string): Float32Array =>
  stages.find(({ stage }) => stage === id)?.values ?? new Float32Array();

/** The share of steps after the first epoch without a correct prediction. */
function missed(batches: readonly BatchEvent[]): number {
  const later = batches.filter(({ epoch }) => epoch > batches[0].epoch);
  return mean(later, ({ accuracy }) => Number(accuracy === 0)) ?? 0;
}

/** How many classes of the validation set were never trained on and are never predicted there. */
function neverAnswered(log: RunLog): number {
  const { labels } = log;
  const answers = new Set(lastOf(log).answers.heldOut);
  const taught = new Set(labels.training);
  return [...new Set(labels.heldOut)].filter((label) => !answers.has(label) && !taught.has(label)).length;
}

/**
 * The number that identifies each fault in the course's cases; `npm run check:faults` trains them all again.
 */
export const SIGNATURES: Readonly<Record<Fault, Signature>> = {
  labels: {
    what: words.labels(),
    limit: 1.5,
    measure: ({ log }) => lastOf(log).loss,
  },
  zeros: {
    what: words.zeros(),
    limit: 0.5,
    measure: ({ log }) => {
      const norms = Object.values(lastOf(log).norms);
      return mean(norms, ({ weight }) => Number(weight === 0)) ?? 0;
    },
  },
  rate: {
    what: words.rate(),
    limit: 100,
    measure: ({ batches }) => max(batches, ({ loss }) => (Number.isFinite(loss) ? loss : Infinity)) ?? 0,
  },
  linear: {
    what: words.linear(),
    limit: 0,
    measure: (evidence) => -(min(valuesOf(evidence, 'conv1')) ?? 0),
  },
  range: {
    what: words.range(),
    limit: 1,
    measure: (evidence) => max(valuesOf(evidence, 'normalize')) ?? 0,
  },
  order: {
    what: words.order(),
    limit: 0.5,
    measure: ({ batches }) => missed(batches),
  },
  missing: {
    what: words.missing(),
    limit: 0,
    measure: ({ log }) => neverAnswered(log),
  },
  few: {
    what: words.few(),
    limit: 0.35,
    measure: ({ log }) => lastOf(log).accuracy - lastOf(log).heldOutAccuracy,
  },
};
