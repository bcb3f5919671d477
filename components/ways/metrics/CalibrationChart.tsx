import { useMemo } from 'react';
import { Rich } from '@/components/site/Rich';
import { formatPercent, formatWholePercent } from '@/lib/format/format';
import { calibrationOf } from '@/lib/metrics/calibration';
import type { Scored } from '@/lib/metrics/classification';
import words from '@/words/metrics';
import type { Behind } from './behind';
import styles from './Metrics.module.css';

interface Props {
  readonly scored: Scored;
  onOpen(behind: Behind): void;
}

/** Whether the network is right as often as it is confident: confidence and accuracy for each bin. */
export function CalibrationChart({ scored, onOpen }: Props) {
  const { bins, error } = useMemo(() => calibrationOf(scored), [scored]);
  return (
    <>
      <p>
        <Rich
          text={words.calibration({ ninety: formatWholePercent(0.9), error: formatPercent(error) })}
          tags={{ n: (text) => <b className="number">{text}</b> }}
        />
      </p>
      <ol className={styles.bins} aria-label={words.bins()}>
        {bins.map(({ from, to, images, confidence, accuracy }) => {
          const range = words.range({ from: Math.round(from * 100), to: formatWholePercent(to) });
          const binText =
            images.length === 0
              ? words.noAnswers()
              : words.answers({
                  count: images.length,
                  sure: formatPercent(confidence),
                  right: formatPercent(accuracy),
                });
          return (
            <li key={from}>
              <span className="number">{range}</span>
              <span className={styles.track} aria-hidden="true">
                {images.length > 0 && (
                  <>
                    <span className={styles.right} style={{ inlineSize: `${accuracy * 100}%` }} />
                    <span className={styles.sure} style={{ insetInlineStart: `${confidence * 100}%` }} />
                  </>
                )}
              </span>
              <button
                type="button"
                className="button-text"
                disabled={images.length === 0}
                onClick={() => onOpen({ title: words.between({ range, answers: binText }), indices: images })}
              >
                {binText}
              </button>
            </li>
          );
        })}
      </ol>
    </>
  );
}
