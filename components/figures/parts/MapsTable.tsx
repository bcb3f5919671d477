import { channelStats } from '@/components/canvas/channel-stats';
import { Pending } from '@/components/state/Pending';
import { OpenValue } from '@/components/values/OpenValue';
import { formatNumber, formatPercent, formatShape } from '@/lib/format/format';
import type { Cell, MapShape } from '@/lib/tensor/tensor';
import { cellAt } from '@/lib/tensor/tensor';
import figure from '@/words/figure';
import words from '@/words/maps-table';
import place from '@/words/place';
import styles from './MapsTable.module.css';

interface Props {
  readonly values: Float32Array | null;
  readonly shape: MapShape;
  /** The kind of values: "after ReLU". */
  readonly name: string;
  nameOf?(channel: number): string;
  /** Opens the arithmetic of a map's largest value. */
  onOpen(cell: Cell): void;
}

/**
 * A stage of maps in numbers: for each map its minimum, mean and maximum, the place of the maximum, and its
 * zeros.
 */
export function MapsTable(props: Props) {
  const { values, shape, name, nameOf = (map) => place.map({ map }), onOpen } = props;
  if (!values)
    return (
      <p>
        <Pending>{figure.waiting()}</Pending>
      </p>
    );
  return (
    <table className={`table ${styles.table}`}>
      <caption>{words.caption({ shape: formatShape(shape), name })}</caption>
      <thead>
        <tr>
          <th scope="col">{words.channel()}</th>
          <th scope="col">{words.least()}</th>
          <th scope="col">{words.mean()}</th>
          <th scope="col">{words.largest()}</th>
          <th scope="col">{words.at()}</th>
          <th scope="col">{words.zeros()}</th>
        </tr>
      </thead>
      <tbody className="number" data-values={1}>
        {channelStats(values, shape).map(({ channel, least, mean, largest, at, zeros }) => (
          <tr key={channel}>
            <th scope="row">{nameOf(channel)}</th>
            <td>{formatNumber(least)}</td>
            <td>{formatNumber(mean)}</td>
            <td>
              <OpenValue tab={channel === 0} onOpen={() => onOpen(cellAt(shape, at))}>
                {formatNumber(largest)}
              </OpenValue>
            </td>
            <td>{cellAt(shape, at).slice(0, 2).join(', ')}</td>
            <td>{formatPercent(zeros)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
