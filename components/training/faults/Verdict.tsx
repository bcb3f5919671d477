import { useEffect, useRef } from 'react';
import { ScrollBox } from '@/components/site/ScrollBox';
import type { Evidence, Signature } from '@/lib/challenges/faults/evidence';
import { FAULTS, type Fault, type Suspicion } from '@/lib/challenges/faults/suspicions';
import { formatNumber } from '@/lib/format/format';
import words from '@/words/faults';
import styles from './Faults.module.css';
import { FAULT_WORDS } from './fault-words';

interface Props {
  /** The number that identifies each fault. */
  readonly signatures: Readonly<Record<Fault, Signature>>;
  readonly answer: Suspicion;
  readonly fault: Suspicion;
  readonly suspect: Evidence;
  readonly healthy: Evidence;
  onNext(): void;
}

const written = (value: number) => (Number.isFinite(value) ? formatNumber(value, 2) : words.notFinite());

/** What was wrong, why it shows, and the number that identifies it, as measured in both runs. */
export function Verdict({ signatures, answer, fault, suspect, healthy, onNext }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { inside, why } = FAULT_WORDS[fault];
  const shown = fault === 'none' ? FAULTS : [fault];
  const caption = fault === 'none' ? words.noSignature() : words.givesAway();
  return (
    <section className={styles.verdict} aria-labelledby="verdict">
      <h2 id="verdict" ref={heading} tabIndex={-1}>
        {words.verdict({ right: answer === fault ? 'yes' : 'no', name: inside })}
      </h2>
      <p>{why}</p>
      {answer !== fault && answer !== 'none' && (
        <p>
          {words.hadItBeen({
            name: FAULT_WORDS[answer].inside,
            what: signatures[answer].what,
            limit: written(signatures[answer].limit),
            value: written(signatures[answer].measure(suspect)),
          })}
        </p>
      )}
      <ScrollBox label={caption}>
        <table className={`table-words ${styles.figures}`}>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.measured()}</th>
              <th scope="col">{words.inCase()}</th>
              <th scope="col">{words.inHealthy()}</th>
              <th scope="col">{words.limit()}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => {
              const { what, limit, measure } = signatures[one];
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
      </ScrollBox>
      <button type="button" className="button" onClick={onNext}>
        {words.next()}
      </button>
    </section>
  );
}
