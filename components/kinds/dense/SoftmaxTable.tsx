import { useId } from 'react';
import { barLength } from '@/components/charts/share';
import { useClassWord } from '@/components/state/hooks';
import { OpenValue } from '@/components/values/OpenValue';
import { formatNumber, formatPercent } from '@/lib/format/format';
import type { SoftmaxTerm } from '@/lib/kinds/types';
import { largestAt } from '@/lib/tensor/largest';
import words from '@/words/figure-output';
import styles from './OutputFigure.module.css';

interface Props {
  readonly classes: readonly string[];
  /** One per class, from the engine's logits; null until they exist. */
  readonly steps: readonly SoftmaxTerm[] | null;
  /** The engine's own probabilities. */
  readonly probabilities: Float32Array | null;
  readonly unit: number;
  onPick(unit: number): void;
  /** Opens the arithmetic of a class's probability. */
  onOpen(unit: number): void;
}

const blank = '\u00a0';
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Every class from its logit to its probability; one of them is followed. */
export function SoftmaxTable({ classes, steps, probabilities, unit, onPick, onOpen }: Props) {
  const classWord = useClassWord();
  const name = useId();
  const best = probabilities ? largestAt(probabilities) : -1;
  const write = (value: number | undefined) => (value === undefined ? blank : formatNumber(value));
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{words.caption()}</caption>
      <thead>
        <tr>
          <th scope="col">{words.name()}</th>
          <th scope="col">{words.logit()}</th>
          <th scope="col">{words.exp()}</th>
          <th scope="col" colSpan={2}>
            {words.overSum()}
          </th>
        </tr>
      </thead>
      <tbody data-values={1}>
        {classes.map((label, at) => (
          <tr key={label} data-best={at === best}>
            <th scope="row">
              <label className={styles.class}>
                <input type="radio" name={name} checked={at === unit} onChange={() => onPick(at)} />
                {classWord(label)}
              </label>
            </th>
            <td className="number">{write(steps?.[at].logit)}</td>
            <td className="number">{write(steps?.[at].shifted)}</td>
            <td className="number" data-veil={at === unit ? 'value' : 'value quiet'}>
              {probabilities ? (
                <OpenValue tab={at === unit} onOpen={() => onOpen(at)}>
                  {formatNumber(probabilities[at])}
                </OpenValue>
              ) : (
                blank
              )}
            </td>
            <td className={styles.probability}>
              <div data-veil="value quiet">
                <span className={styles.track} aria-hidden="true">
                  <span style={{ width: barLength(probabilities?.[at]) }} />
                </span>
                <span className="number">{probabilities ? formatPercent(probabilities[at]) : blank}</span>
              </div>
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.sum()}</th>
          <td />
          <td className="number">
            {steps ? formatNumber(total(steps.map(({ shifted }) => shifted))) : blank}
          </td>
          <td className="number">{probabilities ? formatNumber(total(Array.from(probabilities))) : blank}</td>
          <td />
        </tr>
      </tfoot>
    </table>
  );
}
