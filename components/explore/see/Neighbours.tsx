'use client';

import { useMemo, useState } from 'react';
import { SaveImage } from '@/components/controls/SaveImage';
import { PixelThumb } from '@/components/images/PixelThumb';
import { useClassWord, useDataSet, usePipeline } from '@/components/state/hooks';
import { imageOf } from '@/lib/data/data-set';
import { formatNumber, formatPercent } from '@/lib/format/format';
import { nearest, principalPlane } from '@/lib/metrics/survey/pca';
import { reportedSet } from '@/lib/network/reported';
import words from '@/words/see-survey';
import { ImageMap } from './ImageMap';
import styles from './See.module.css';
import { type Surveyed, useSurvey } from './use-survey';

const NEAREST = 8;

/**
 * The similarity of images for the network: a plane of the last hidden layer's values, and each image's
 * neighbours.
 */
export function Neighbours() {
  const pipeline = usePipeline();
  const stage = pipeline.stages[pipeline.stages.length - 2];
  const reported = reportedSet(useDataSet());
  const { found, busy, sentence, ask } = useSurvey(reported, stage.id);
  return (
    <section aria-labelledby="neighbours">
      <h2 id="neighbours">{words.alike()}</h2>
      <p className={styles.intro}>{words.alikeIntro({ count: stage.output[0] })}</p>
      <p role="status" className="status">
        {busy ? words.busy() : sentence}
      </p>
      {found ? (
        <Mapped surveyed={found} />
      ) : (
        <button type="button" className="button" aria-disabled={busy} onClick={ask}>
          {words.draw()}
        </button>
      )}
    </section>
  );
}

function Mapped({ surveyed: { survey, images: shown } }: { readonly surveyed: Surveyed }) {
  const classWord = useClassWord();
  const { classes } = usePipeline().architecture;
  const { values, channels } = survey;
  const count = survey.images;
  const plane = useMemo(() => principalPlane(values, count, channels), [values, count, channels]);
  const [open, setOpen] = useState(0);
  const near = useMemo(
    () =>
      nearest(values, count, channels, values.subarray(open * channels, (open + 1) * channels))
        .filter(({ point }) => point !== open)
        .slice(0, NEAREST),
    [values, count, channels, open],
  );
  const name = (image: number) => classWord(classes[shown.labels[image]]);
  return (
    <figure aria-labelledby="neighbours">
      <div className={styles.neighbours}>
        <ImageMap plane={plane} set={shown} open={open} onOpen={setOpen} />
        <div>
          <p>{words.directions({ share: formatPercent(plane.shares[0] + plane.shares[1]) })}</p>
          <p aria-live="polite">{words.open({ image: open, name: name(open), channels })}</p>
          <PixelThumb pixels={imageOf(shown, open)} className={styles.chosen} />
          <ol className={styles.images}>
            {near.map(({ point, distance }) => (
              <li key={point}>
                <PixelThumb pixels={imageOf(shown, point)} className={styles.thumb} />
                <span>{name(point)}</span> <span className="number">{formatNumber(distance, 1)}</span>
              </li>
            ))}
          </ol>
        </div>
      </div>
      <SaveImage />
    </figure>
  );
}
