import { Pending } from '@/components/state/Pending';
import { OpenValue } from '@/components/values/OpenValue';
import type { OnOpen } from '@/components/values/opening';
import { formatNumber } from '@/lib/format/format';
import type { StageTrace } from '@/lib/network/trace';
import figure from '@/words/figure';
import words from '@/words/figure-dense';
import place from '@/words/place';
import styles from './Figure.module.css';

interface Props {
  readonly trace: StageTrace | null;
  readonly onOpen: OnOpen;
}

/** Every unit in numbers. */
export function UnitTable({ trace, onOpen }: Props) {
  if (!trace)
    return (
      <p>
        <Pending>{figure.waiting()}</Pending>
      </p>
    );
  return (
    <>
      <p>
        {words.notZero({
          some: trace.values.filter((value) => value !== 0).length,
          all: trace.values.length,
          before: trace.before ? 'yes' : 'no',
        })}
      </p>
      <ol className={`number ${styles.units}`} start={0} data-values={1}>
        {Array.from(trace.values, (value, unit) => ({ value, unit })).map(({ value, unit }) => (
          <li key={unit}>
            <OpenValue tab={unit === 0} onOpen={() => onOpen({ stage: trace.stage, cell: [unit] })}>
              {place.unit({ unit })}: {formatNumber(value)}
              {trace.before && ` (${formatNumber(trace.before[unit])})`}
            </OpenValue>
          </li>
        ))}
      </ol>
    </>
  );
}
