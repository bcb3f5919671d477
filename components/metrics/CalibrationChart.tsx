import { useMemo } from 'react';
import { formatPercent } from '@/lib/format/format';
import { calibrationOf } from '@/lib/metrics/calibration';
import type { Scored } from '@/lib/metrics/classification';
import styles from './Metrics.module.css';
import type { Behind } from './MetricsBench';

interface Props {
  readonly scored: Scored;
  onOpen(behind: Behind): void;
}

/** Whether the network is right as often as it is sure: for each degree of sureness, how sure and how often right. */
export function CalibrationChart({ scored, onOpen }: Props) {
  const { bins, error } = useMemo(() => calibrationOf(scored), [scored]);
  return (
    <>
      <p>
        A network that says 90% should be right nine times in ten. Here its answers are sorted by how sure it
        was: the bar is how often it was right, the tick how sure it was. Where the bar ends before the tick,
        it is too sure. On average the two are <b className="number">{formatPercent(error)}</b> apart: the
        expected calibration error.
      </p>
      <ol className={styles.bins} aria-label="Answers by how sure the network was">
        {bins.map(({ from, to, pictures, confidence, accuracy }) => {
          const range = `${Math.round(from * 100)} to ${Math.round(to * 100)}%`;
          const words =
            pictures.length === 0
              ? 'no answers'
              : `${pictures.length} answers, ${formatPercent(confidence)} sure, ${formatPercent(accuracy)} right`;
          return (
            <li key={from}>
              <span className="number">{range}</span>
              <span className={styles.track} aria-hidden="true">
                {pictures.length > 0 && (
                  <>
                    <span className={styles.right} style={{ inlineSize: `${accuracy * 100}%` }} />
                    <span className={styles.sure} style={{ insetInlineStart: `${confidence * 100}%` }} />
                  </>
                )}
              </span>
              <button
                type="button"
                disabled={pictures.length === 0}
                onClick={() => onOpen({ title: `Between ${range} sure: ${words}`, indices: pictures })}
              >
                {words}
              </button>
            </li>
          );
        })}
      </ol>
    </>
  );
}
