import { channelStats } from '@/components/canvas/channel-stats';
import { OpenValue } from '@/components/inspector/OpenValue';
import { formatNumber, formatPercent, formatShape } from '@/lib/format/format';
import type { Cell, MapShape } from '@/lib/tensor/tensor';
import { cellAt } from '@/lib/tensor/tensor';
import styles from './MapsTable.module.css';

interface Props {
  readonly values: Float32Array | null;
  readonly shape: MapShape;
  /** Which values these are: "after ReLU". */
  readonly name: string;
  nameOf?(channel: number): string;
  /** The arithmetic of a map's largest value is asked for. */
  onOpen(cell: Cell): void;
}

/** A stage of maps in numbers: for each map its least, mean and largest value, where that lies, and its zeros. */
export function MapsTable(props: Props) {
  const { values, shape, name, nameOf = (channel) => `map ${channel}`, onOpen } = props;
  if (!values) return <p>The numbers are on their way.</p>;
  return (
    <table className={styles.table}>
      <caption>
        {formatShape(shape)} values, {name}. Rows, columns and maps are counted from 0.
      </caption>
      <thead>
        <tr>
          <th scope="col">channel</th>
          <th scope="col">least</th>
          <th scope="col">mean</th>
          <th scope="col">largest</th>
          <th scope="col">at row, column</th>
          <th scope="col">zeros</th>
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
