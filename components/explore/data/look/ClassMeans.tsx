'use client';

import { Savable } from '@/components/controls/Savable';
import { ScrollBox } from '@/components/site/ScrollBox';
import type { EditedSet } from '@/lib/data/sets/edit/edited-set';
import type { ClassStatistics } from '@/lib/data/sets/look/statistics';
import { formatTenths } from '@/lib/format/format';
import words from '@/words/data-look';
import page from '@/words/data-page';
import styles from '../Data.module.css';
import { Thumbs } from './Thumbs';

/** A mean image is alone among its pixels. */
const ONLY = [0];

interface Props {
  readonly set: EditedSet;
  /** Null while they are being computed. */
  readonly statistics: readonly ClassStatistics[] | null;
}

/** The mean image of each class, and its channels' means and deviations. */
export function ClassMeans({ set: { shape, classes }, statistics }: Props) {
  const channels = shape[2] === 3 ? ['r', 'g', 'b'] : ['grey'];
  return (
    <details className={styles.details}>
      <summary>{words.statistics()}</summary>
      <p className="label">{words.statisticsHow()}</p>
      {!statistics && (
        <p className="label" role="status">
          {words.pending()}
        </p>
      )}
      {statistics && (
        <Savable label={words.statistics()}>
          <ScrollBox label={words.statistics()}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{page.class()}</th>
                  <th scope="col">{words.mean()}</th>
                  {channels.map((channel) => (
                    <th key={channel} scope="col" className="number">
                      {words.channel({ channel })}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {statistics.map(({ count, mean, means, deviations }, label) =>
                  count === 0 ? null : (
                    <tr key={classes[label]}>
                      <th scope="row">{classes[label]}</th>
                      <td>
                        <Thumbs
                          set={{ pixels: mean, shape }}
                          places={ONLY}
                          label={words.meanOf({ name: classes[label] ?? '' })}
                        />
                      </td>
                      {channels.map((channel, at) => (
                        <td key={channel} className="number">
                          {words.plusMinus({
                            mean: formatTenths(means[at]),
                            deviation: formatTenths(deviations[at]),
                          })}
                        </td>
                      ))}
                    </tr>
                  ),
                )}
              </tbody>
            </table>
          </ScrollBox>
        </Savable>
      )}
    </details>
  );
}
