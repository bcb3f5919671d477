'use client';

import { SaveImage } from '@/components/controls/SaveImage';
import { PixelThumb } from '@/components/images/PixelThumb';
import { holds } from '@/components/mdx/facts/conditions';
import { useClassWord, useDataSet, usePipeline, useSubject } from '@/components/state/hooks';
import { formatCount, formatPercent } from '@/lib/format/format';
import { reportedSet } from '@/lib/network/reported';
import type { Tally, TopUnit } from '@/lib/store/explore/failures';
import { movedBy } from '@/lib/what-if/failures';
import words from '@/words/failures';
import styles from './Failures.module.css';
import { type Shown, useFailures } from './use-failures';
import { useTallies } from './use-tallies';

/** The chosen image changed in ways that people hardly mind, with the prediction for each; and how often each is right. */
export function Failures() {
  const { shown, photographs, sentence } = useFailures();
  const dataSet = useDataSet();
  const { images } = dataSet;
  const counted = useTallies(photographs);
  const unrolled = holds('flattens', null, usePipeline()) ? 'yes' : 'no';
  const before = shown[0]?.top ?? null;
  const missing = sentence ?? counted.sentence;
  return (
    <>
      <figure aria-label={words.title()}>
        <ul className={styles.tiles}>
          {shown.map((one) => (
            <li key={one.name}>
              <PixelThumb pixels={one.pixels} className={styles.image} />
              <h3>
                <Name of={one} />
              </h3>
              <p className={styles.top}>{one.top ? <Top {...one} top={one.top} before={before} /> : '…'}</p>
              <p>{words.why({ change: one.name, unrolled })}</p>
              <p className={`number ${styles.tally}`}>{tallyWords(counted.tallies[one.name])}</p>
            </li>
          ))}
        </ul>
        {before && <SaveImage />}
      </figure>
      <p className="button-row">
        {images && (
          <button
            type="button"
            className="button"
            aria-disabled={counted.busy || !before}
            onClick={() => before && void counted.ask()}
          >
            {words.ask({ part: reportedSet(dataSet) })}
          </button>
        )}
        <span role="status" className="label">
          {missing ?? (counted.busy ? words.busy() : '')}
        </span>
      </p>
    </>
  );
}

function Name({ of: { name, label } }: { readonly of: Shown }) {
  const shape = useDataSet().shape;
  const classWord = useClassWord();
  if (name === 'photograph') return words.photograph({ name: label ? classWord(label) : '' });
  return words.name({ change: name, pixels: movedBy(shape) });
}

interface TopProps extends Shown {
  readonly top: TopUnit;
  /** The prediction for the unchanged image. */
  readonly before: TopUnit | null;
}

/** The prediction, and whether it is right; where the class is not known, whether it is the same as before. */
function Top({ top, label, before }: TopProps) {
  const classWord = useClassWord();
  const { classes } = useSubject(({ subject }) => subject.architecture);
  const predicted = classes[top.unit];
  const holds = label === undefined ? top.unit === before?.unit : predicted === label;
  const known = label === undefined ? 'no' : 'yes';
  return (
    <>
      <span aria-hidden="true">{label === undefined ? (holds ? '=' : '≠') : holds ? '✓' : '✗'}</span>
      <span className="visually-hidden">{words.verdict({ known, holds: holds ? 'yes' : 'no' })}</span>{' '}
      {words.prediction({ name: classWord(predicted), share: formatPercent(top.share) })}
    </>
  );
}

const tallyWords = (tally: Tally | undefined): string =>
  tally
    ? words.tally({
        right: formatCount(tally.right),
        count: formatCount(tally.count),
        confidence: formatPercent(tally.confidence),
      })
    : '';
