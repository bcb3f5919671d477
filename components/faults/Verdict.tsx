import { useEffect, useRef } from 'react';
import { FAULTS, type Suspicion } from '@/lib/faults/faults';
import { type Evidence, SIGNATURES } from '@/lib/faults/signatures';
import { formatNumber } from '@/lib/format/format';
import styles from './Faults.module.css';
import { FAULT_WORDS } from './fault-words';

interface Props {
  readonly answer: Suspicion;
  readonly fault: Suspicion;
  readonly suspect: Evidence;
  readonly healthy: Evidence;
  onNext(): void;
}

const written = (value: number) => (Number.isFinite(value) ? formatNumber(value, 2) : 'no finite number');

/** What was wrong, why it shows, and the number that gives it away, as measured in both runs. */
export function Verdict({ answer, fault, suspect, healthy, onNext }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { name, why } = FAULT_WORDS[fault];
  const shown = fault === 'none' ? FAULTS : [fault];
  return (
    <section className={styles.verdict} aria-labelledby="verdict">
      <h2 id="verdict" ref={heading} tabIndex={-1}>
        {answer === fault ? 'Right' : 'Not quite'}: {name.toLowerCase()}
      </h2>
      <p>{why}</p>
      {answer !== fault && answer !== 'none' && (
        <p>
          Had it been “{FAULT_WORDS[answer].name.toLowerCase()}”, then {SIGNATURES[answer].what} would be
          above {written(SIGNATURES[answer].limit)}; here it is {written(SIGNATURES[answer].measure(suspect))}
          .
        </p>
      )}
      <table className={styles.figures}>
        <caption>{fault === 'none' ? 'No signature of a fault is there' : 'What gives it away'}</caption>
        <thead>
          <tr>
            <th scope="col">Measured</th>
            <th scope="col">In this case</th>
            <th scope="col">In a healthy run</th>
            <th scope="col">A fault is above</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => {
            const { what, limit, measure } = SIGNATURES[one];
            return (
              <tr key={one}>
                <th scope="row">{what}</th>
                <td className="number">{written(measure(suspect))}</td>
                <td className="number">{written(measure(healthy))}</td>
                <td className="number">{written(limit)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <button type="button" className="button" onClick={onNext}>
        Next case
      </button>
    </section>
  );
}
