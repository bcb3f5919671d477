'use client';

import { useEffect, useState } from 'react';
import { dataLink } from '@/components/site/data-link';
import { bold, number, Rich } from '@/components/site/Rich';
import { ScrollBox } from '@/components/site/ScrollBox';
import { useClassWord, useDataSet, useSubject } from '@/components/state/hooks';
import { Confusion } from '@/components/training/epochs/Confusion';
import { formatCount, formatPercent } from '@/lib/format/format';
import type { Result } from '@/lib/result';
import type { ShelfFigures } from '@/lib/shelf/figures';
import { loadFigures } from '@/lib/shelf/load-figures';
import words from '@/words/metrics';
import recorded from '@/words/recorded-metrics';
import { CalibrationBars } from './CalibrationBars';
import styles from './Metrics.module.css';
import { shareWords } from './words';

/** The metrics of a network whose test images can't be shipped, as they were recorded when it was trained. */
export function RecordedMetrics({ folder }: { readonly folder: string }) {
  const [tries, setTries] = useState(0);
  const [found, setFound] = useState<Result<ShelfFigures> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try loads again.
  useEffect(() => {
    let left = false;
    setFound(null);
    void loadFigures(folder).then((figures) => !left && setFound(figures));
    return () => {
      left = true;
    };
  }, [folder, tries]);
  if (found?.ok)
    return (
      <div className={styles.bench}>
        <Figures figures={found.value} />
      </div>
    );
  return (
    <div className={styles.bench}>
      <p role="status">{found ? found.problem.sentence : recorded.loading()}</p>
      {found && (
        <button type="button" className="button" onClick={() => setTries((count) => count + 1)}>
          {recorded.again()}
        </button>
      )}
    </div>
  );
}

function Figures({ figures }: { readonly figures: ShelfFigures }) {
  const { images, accuracy, confusion, rates, calibration } = figures;
  const { classes } = useDataSet();
  const names = classes.map(useClassWord());
  const origin = useSubject(({ network }) => network?.origin);
  return (
    <>
      <p>
        <Rich text={recorded.recorded({ images: formatCount(images) })} tags={{ data: dataLink }} />
      </p>
      {origin && origin !== 'shipped' && <p>{recorded.trained()}</p>}
      <h3>{words.rightOrWrong()}</h3>
      <dl className={styles.figures}>
        <div>
          <dt>{words.accuracy()}</dt>
          <dd className="number">{formatPercent(accuracy)}</dd>
        </div>
      </dl>
      <h3>{recorded.confusion()}</h3>
      <Confusion counts={confusion} caption={recorded.caption({ count: formatCount(images) })} />
      <h3>{words.byClass()}</h3>
      <Rates rates={rates} names={names} />
      <h3>{words.calibrationTitle()}</h3>
      <CalibrationBars {...calibration} />
    </>
  );
}

interface RatesProps {
  readonly rates: ShelfFigures['rates'];
  /** Of the classes. */
  readonly names: readonly string[];
}

/** Precision, recall and F1 of each class against the others. */
function Rates({ rates, names }: RatesProps) {
  const shareOf = (share: number | null) => shareWords(share ?? Number.NaN);
  const mean = rates.reduce((sum, { f1 }) => sum + (f1 ?? 0), 0) / rates.length;
  return (
    <>
      <ScrollBox label={words.byClass()} className={styles.scroll}>
        <table className="table" aria-label={words.byClass()}>
          <thead>
            <tr>
              <th scope="col">{words.class()}</th>
              <th scope="col">{words.precision()}</th>
              <th scope="col">{words.recall()}</th>
              <th scope="col">{words.f1()}</th>
            </tr>
          </thead>
          <tbody className="number">
            {rates.map(({ precision, recall, f1 }, at) => (
              <tr key={names[at]}>
                <th scope="row">{names[at]}</th>
                <td>{shareOf(precision)}</td>
                <td>{shareOf(recall)}</td>
                <td>{shareOf(f1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p>
        <Rich text={words.rates({ mean: formatPercent(mean) })} tags={{ b: bold, n: number }} />
      </p>
    </>
  );
}
