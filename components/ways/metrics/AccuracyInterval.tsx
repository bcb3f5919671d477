import { useDataSet } from '@/components/state/hooks';
import { formatCount, formatPercent } from '@/lib/format/format';
import { clusteredMean } from '@/lib/metrics/clustered';
import { sourcesOf } from '@/lib/metrics/sources';
import type { PredictedSet } from '@/lib/network/subject';
import words from '@/words/metrics';

interface Props {
  readonly part: PredictedSet;
  /** The actual and the predicted class of each image. */
  readonly labels: ArrayLike<number>;
  readonly answers: readonly number[];
}

/** How sure the accuracy on a set is, counting its originals, not their copies; nothing for a set of one original. */
export function AccuracyInterval({ part, labels, answers }: Props) {
  const byClass = useDataSet().counts.sources?.[part];
  const hits = answers.map((answer, image) => Number(answer === labels[image]));
  const { low, high, sources } = clusteredMean(hits, sourcesOf(labels, byClass));
  if (sources < 2) return null;
  return (
    <p>
      {words.interval({
        low: formatPercent(low),
        high: formatPercent(high),
        count: formatCount(hits.length),
        originals: formatCount(sources),
        sources: byClass ? 'originals' : 'images',
      })}
    </p>
  );
}
