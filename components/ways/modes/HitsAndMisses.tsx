'use client';

import { useMemo, useState } from 'react';
import { Rich } from '@/components/site/Rich';
import { useDataSet, useTrainingView } from '@/components/state/hooks';
import { useRecordedPredictions } from '@/components/state/use-recorded-predictions';
import { ImagesBehind } from '@/components/training/epochs/ImagesBehind';
import { formatPercent } from '@/lib/format/format';
import { reportedSet } from '@/lib/network/reported';
import detail from '@/words/epoch-detail';
import words from '@/words/modes';

const EACH = 12;

/** Some images that the network has not trained on: some that the network predicts correctly, and some that it does not; shown on request. */
export function HitsAndMisses() {
  const dataSet = useDataSet();
  const { classes } = dataSet;
  const which = reportedSet(dataSet);
  const predictions = useRecordedPredictions(which);
  const settings = useTrainingView((view) => view.settings);
  const [shown, setShown] = useState(false);
  const sorted = useMemo(() => {
    if (predictions === null || predictions === 'older') return null;
    const { answers, labels } = predictions;
    const places = answers.map((answer, at) => ({ at, hit: answer === labels[at] }));
    const some = (hit: boolean) => {
      const all = places.filter((one) => one.hit === hit);
      // From all over the set, which is sorted by class.
      const step = Math.max(1, Math.floor(all.length / EACH));
      return all
        .filter((_, n) => n % step === 0)
        .slice(0, EACH)
        .map(({ at }) => at);
    };
    const share = places.filter(({ hit }) => hit).length / Math.max(1, places.length);
    return { answers, share, hits: some(true), misses: some(false) };
  }, [predictions]);
  if (predictions === 'older') return <p>{detail.olderSet()}</p>;
  if (!sorted) return <p>{words.notMeasured()}</p>;
  const behind = { which, answers: sorted.answers, settings } as const;
  return (
    <>
      <p>
        <Rich
          text={words.rightAbout({
            share: formatPercent(sorted.share),
            guess: formatPercent(1 / classes.length),
          })}
          tags={{ n: (text) => <b className="number">{text}</b> }}
        />
      </p>
      {shown ? (
        <>
          <ImagesBehind {...behind} indices={sorted.hits} title={words.right()} />
          <ImagesBehind {...behind} indices={sorted.misses} title={words.wrong()} />
        </>
      ) : (
        <p>
          <button type="button" className="button" onClick={() => setShown(true)}>
            {words.showSome()}
          </button>
        </p>
      )}
    </>
  );
}
