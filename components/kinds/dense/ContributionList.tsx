import { barLength } from '@/components/charts/share';
import type { Contributions } from '@/components/figures/contributions';
import { OpenValue } from '@/components/values/OpenValue';
import { formatCount, formatNumber } from '@/lib/format/format';
import type { Term } from '@/lib/kinds/types';
import words from '@/words/contributions';
import styles from './ContributionList.module.css';

interface Props {
  readonly contributions: Contributions;
  readonly label: string;
  nameOf(term: Term): string;
  /** The term under the mouse, null when it leaves. */
  onPoint?(term: Term | null): void;
  /** Opens the value that a term reads. */
  onOpen(term: Term): void;
}

/** The strongest terms of a sum as signed bars, with the rest of the sum between them, so that it adds up. */
export function ContributionList({ contributions, label, nameOf, onPoint, onOpen }: Props) {
  const { positive, negative, rest } = contributions;
  const reach = Math.max(0, ...[...positive, ...negative].map(({ product }) => Math.abs(product)));
  /** As a percentage of the whole width: half of it for each sign. */
  const x = (size: number) => (size / (reach || 1)) * 50;
  const first = positive[0] ?? negative[0];
  const row = (term: Term) => (
    <li key={term.source.join()} className={styles.row} onPointerEnter={() => onPoint?.(term)}>
      <span className={styles.name}>
        <OpenValue row tab={term === first} onOpen={() => onOpen(term)}>
          {nameOf(term)}
        </OpenValue>
      </span>
      <span className={`number ${styles.factors}`}>
        {formatNumber(term.value)} × {formatNumber(term.weight ?? 1)}
      </span>
      <span className={`number ${styles.product}`}>{formatNumber(term.product)}</span>
      <Bar product={term.product} width={x(Math.abs(term.product))} />
    </li>
  );
  return (
    <ol className={styles.list} aria-label={label} data-values={1} onPointerLeave={() => onPoint?.(null)}>
      {positive.map(row)}
      {rest.count > 0 && (
        <li className={styles.row} data-kind="sum">
          <span className={styles.name}>
            {(positive.length + negative.length > 0 ? words.other : words.all)({
              count: formatCount(rest.count),
            })}
          </span>
          <span className={styles.factors}>{words.together()}</span>
          <span className={`number ${styles.product}`}>{formatNumber(rest.sum)}</span>
        </li>
      )}
      {[...negative].reverse().map(row)}
    </ol>
  );
}

function Bar({ product, width }: { product: number; width: number }) {
  const negative = product < 0;
  return (
    <span className={styles.bar} aria-hidden="true">
      <span
        className={styles.fill}
        data-negative={negative}
        style={{ width: barLength(width / 100), [negative ? 'right' : 'left']: '50%' }}
      />
    </span>
  );
}
