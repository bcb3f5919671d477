import { ScrollBox } from '@/components/site/ScrollBox';
import { formatDuration, formatNumber, formatPercent } from '@/lib/format/format';
import type { EpochRecord } from '@/lib/network/run';
import words from '@/words/live-charts';
import styles from './Train.module.css';

/** The charts' numbers as a table. */
export function EpochNumbers({ epochs }: { epochs: readonly EpochRecord[] }) {
  const tested = epochs.some(({ testLoss }) => testLoss !== undefined);
  return (
    <details className={styles.numbers}>
      <summary>{words.table()}</summary>
      <ScrollBox label={words.table()}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.epoch()}</th>
              <th scope="col">{words.loss()}</th>
              <th scope="col">{words.accuracy()}</th>
              <th scope="col">{words.heldOutLoss()}</th>
              <th scope="col">{words.heldOutAccuracy()}</th>
              {tested && (
                <>
                  <th scope="col">{words.testLoss()}</th>
                  <th scope="col">{words.testAccuracy()}</th>
                </>
              )}
              <th scope="col">{words.time()}</th>
            </tr>
          </thead>
          <tbody>
            {epochs.map((record) => (
              <tr key={record.epoch} className="number">
                <th scope="row">{record.epoch}</th>
                <td>{formatNumber(record.loss, 3)}</td>
                <td>{formatPercent(record.accuracy)}</td>
                <td>{formatNumber(record.heldOutLoss, 3)}</td>
                <td>{formatPercent(record.heldOutAccuracy)}</td>
                {tested && (
                  <>
                    <td>{formatNumber(record.testLoss ?? Number.NaN, 3)}</td>
                    <td>{formatPercent(record.testAccuracy ?? Number.NaN)}</td>
                  </>
                )}
                <td>{formatDuration(record.milliseconds)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {epochs.length === 0 && <p className={styles.soft}>{words.none()}</p>}
    </details>
  );
}
