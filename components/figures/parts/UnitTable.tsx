import { OpenValue } from '@/components/inspector/OpenValue';
import type { OnOpen } from '@/components/inspector/opening';
import type { StageTrace } from '@/lib/engine/protocol';
import { formatNumber } from '@/lib/format/format';
import styles from './UnitTable.module.css';

interface Props {
  readonly trace: StageTrace | null;
  readonly onOpen: OnOpen;
}

/** Every unit in numbers. */
export function UnitTable({ trace, onOpen }: Props) {
  if (!trace) return <p>The numbers are on their way.</p>;
  return (
    <>
      <p>
        {trace.values.filter((value) => value !== 0).length} of {trace.values.length} units are not zero. Each
        unit with its value{trace.before && ' and, in brackets, its value before the activation'}:
      </p>
      <ol className={`number ${styles.units}`} start={0} data-values={1}>
        {Array.from(trace.values, (value, unit) => ({ value, unit })).map(({ value, unit }) => (
          <li key={unit}>
            <OpenValue tab={unit === 0} onOpen={() => onOpen({ stage: trace.stage, cell: [unit] })}>
              unit {unit}: {formatNumber(value)}
              {trace.before && ` (${formatNumber(trace.before[unit])})`}
            </OpenValue>
          </li>
        ))}
      </ol>
    </>
  );
}
