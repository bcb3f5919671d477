import { type ColourRange, washOf } from '@/lib/colour/colour-maps';
import { formatNumber } from '@/lib/format/format';
import type { Term } from '@/lib/layers/types';
import styles from './ProductBlock.module.css';

interface Props {
  /** Which input channel: "red", "map 17". */
  readonly name: string;
  /** Side of the kernel. */
  readonly side: number;
  /** The terms of one input channel, row by row; null keeps the frame. */
  readonly terms: readonly Term[] | null;
  /** Signed range that the products are washed in, the same for all blocks of a sum. */
  readonly range: ColourRange;
}

const blank = '\u00a0';

/** What lies under the kernel in one input channel: each value, times its weight, is a product. */
export function ProductBlock({ name, side, terms, range }: Props) {
  const cells: readonly (Term | number)[] = terms ?? Array.from({ length: side * side }, (_, at) => at);
  return (
    <section className={styles.block} aria-label={`Products of ${name}`}>
      <p className={styles.title}>
        <span>{name}</span>
        <span>value × weight = product</span>
      </p>
      <ol className={styles.cells} style={{ gridTemplateColumns: `repeat(${side}, auto)` }}>
        {cells.map((term) =>
          typeof term === 'number' ? (
            <li key={term} className={`number ${styles.cell}`}>
              <span>{blank}</span>
              <span>{blank}</span>
              <span>{blank}</span>
            </li>
          ) : (
            <li
              key={term.source.join()}
              className={`number ${styles.cell}`}
              style={{ backgroundImage: wash(range, term.product) }}
            >
              <span>{term.padded ? 'padding 0' : formatNumber(term.value)}</span>
              <span className={styles.weight}>× {formatNumber(term.weight ?? 1)}</span>
              <span className={styles.product}>= {formatNumber(term.product)}</span>
            </li>
          ),
        )}
      </ol>
    </section>
  );
}

function wash(range: ColourRange, product: number): string {
  const colour = washOf(range, product);
  return `linear-gradient(${colour}, ${colour})`;
}
