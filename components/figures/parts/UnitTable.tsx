import type { StageTrace } from '@/lib/engine/protocol';
import { formatNumber } from '@/lib/format/format';
import styles from './UnitTable.module.css';

/** Every unit in numbers. */
export function UnitTable({ trace }: { readonly trace: StageTrace | null }) {
  if (!trace) return <p>The numbers are on their way.</p>;
  return (
    <>
      <p>
        {trace.values.filter((value) => value !== 0).length} of {trace.values.length} units are not zero. Each
        unit with its value{trace.before && ' and, in brackets, its value before the activation'}:
      </p>
      <ol className={`number ${styles.units}`} start={0}>
        {Array.from(trace.values, (value, unit) => ({ value, unit })).map(({ value, unit }) => (
          <li key={unit}>
            unit {unit}: {formatNumber(value)}
            {trace.before && ` (${formatNumber(trace.before[unit])})`}
          </li>
        ))}
      </ol>
    </>
  );
}
