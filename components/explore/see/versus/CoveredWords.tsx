import { maxIndex } from 'd3-array';
import { number, Rich } from '@/components/site/Rich';
import { useClassWord, usePipeline } from '@/components/state/hooks';
import { formatNumber, formatPercent } from '@/lib/format/format';
import type { Trace } from '@/lib/network/trace';
import { logitsOf, type Patch, type Rivals } from '@/lib/provenance/difference';
import words from '@/words/versus';

interface Props extends Rivals {
  readonly before: Trace;
  readonly after: Trace;
  readonly patch: Patch;
}

const probabilitiesOf = ({ stages }: Trace) => stages[stages.length - 1].values;

/** Whether the prediction flips with the patch covered, and what becomes of the difference. */
export function CoveredWords({ before, after, patch, unit, other }: Props) {
  const classWord = useClassWord();
  const { classes } = usePipeline().architecture;
  const [was, is] = [before, after].map(probabilitiesOf);
  const [first, now] = [maxIndex(was), maxIndex(is)];
  const flips = first !== now;
  const [from, to] = [before, after].map(logitsOf).map((logits) => logits[unit] - logits[other]);
  const shares = { beforeShare: formatPercent(was[first]), afterShare: formatPercent(is[now]) };
  const name = classWord(classes[first]);
  return (
    <>
      <p>
        <b>
          {flips
            ? words.flips({ before: name, after: classWord(classes[now]), ...shares })
            : words.stays({ before: name, ...shares })}
        </b>
      </p>
      <p>
        <Rich
          text={words.between({
            before: formatNumber(from),
            after: formatNumber(to),
            change: formatNumber(to - from),
            share: formatNumber(patch.share),
          })}
          tags={{ n: number }}
        />
      </p>
    </>
  );
}
