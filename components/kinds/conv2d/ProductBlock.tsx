import type { CSSProperties, ReactNode } from 'react';
import { OpenValue } from '@/components/values/OpenValue';
import { type ColourRange, washOf } from '@/lib/format/colour-maps';
import { formatNumber, formatTight } from '@/lib/format/format';
import { cellsOf, sidesOf } from '@/lib/kinds/parts/sides';
import type { Sides, Term } from '@/lib/kinds/types';
import { sumOf } from '@/lib/provenance/reads';
import words from '@/words/figure-conv';
import styles from './ProductBlock.module.css';

interface Props {
  /** The input channel: "red", "map 17". */
  readonly name: string;
  /** Height and width of the kernel. */
  readonly sides: Sides;
  /** The terms of one input channel, row by row; null keeps the frame. */
  readonly terms: readonly Term[] | null;
  /** The signed colour range of the products, the same for all blocks of a sum. */
  readonly range: ColourRange;
  /** The kernel cell under the pointer, counted row by row. */
  readonly tap: number | null;
  onTap(tap: number | null): void;
  /** Whether the sum of the products stands below the name: one of many channels is shown. */
  readonly summed: boolean;
  /** Opens the value that a term reads. */
  onOpen(term: Term): void;
  /** The weights as colours. */
  readonly children: ReactNode;
}

const blank = '\u00a0';

/** With more columns than these the numbers are shorter ("-.18"), and the weights' colours stand above them. */
const FEW = 3;
const short = (value: number) => formatTight(value, 2);

/** The values under the kernel in one input channel: each value times its weight is a product. */
export function ProductBlock({ name, sides, terms, range, tap, summed, onTap, onOpen, children }: Props) {
  const cells: readonly (Term | null)[] = terms ?? Array.from({ length: cellsOf(sides) }, () => null);
  const [, columns] = sidesOf(sides);
  const written = columns > FEW ? short : formatNumber;
  return (
    <section
      className={styles.block}
      data-dense={columns > FEW || undefined}
      aria-label={words.products({ name })}
    >
      <div className={styles.weights}>
        {children}
        <span>{name}</span>
        {summed && terms && (
          <span className={styles.product}>{words.together({ sum: formatNumber(sumOf(terms), 3) })}</span>
        )}
      </div>
      <ol
        className={styles.cells}
        style={{ '--columns': columns } as CSSProperties}
        data-values={columns}
        onPointerLeave={() => onTap(null)}
      >
        {cells.map((term, at) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell of the kernel is its place in it
            key={at}
            className={`number ${styles.cell}`}
            data-tapped={at === tap}
            style={term ? { backgroundImage: wash(range, term.product) } : undefined}
            onPointerEnter={() => onTap(at)}
          >
            {term && !term.padded ? (
              <OpenValue tab={at === cells.length >> 1} onOpen={() => onOpen(term)}>
                <Product {...{ term, written }} />
              </OpenValue>
            ) : (
              <Product {...{ term, written }} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface ProductProps {
  readonly term: Term | null;
  written(value: number): string;
}

function Product({ term, written }: ProductProps) {
  return (
    <>
      <span>{term ? (term.padded ? words.padding() : written(term.value)) : blank}</span>
      <span className={styles.weight}>{term ? `× ${written(term.weight ?? 1)}` : blank}</span>
      <span className={styles.product}>{term ? `= ${written(term.product)}` : blank}</span>
    </>
  );
}

function wash(range: ColourRange, product: number): string {
  const colour = washOf(range, product);
  return `linear-gradient(${colour}, ${colour})`;
}
