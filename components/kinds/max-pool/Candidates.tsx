import { Rich } from '@/components/site/Rich';
import { OpenValue } from '@/components/values/OpenValue';
import type { ColourRange } from '@/lib/format/colour-maps';
import { cellColours } from '@/lib/format/dark-colours';
import { formatNumber } from '@/lib/format/format';
import { cellsOf, sidesOf } from '@/lib/kinds/parts/sides';
import type { Explanation, Sides } from '@/lib/kinds/types';
import type { Cell } from '@/lib/tensor/tensor';
import words from '@/words/figure-pool';
import styles from './Figure.module.css';

interface Props {
  readonly explanation: Explanation | null;
  /** Why there is no arithmetic. */
  readonly sentence: string | null;
  /** Height and width of the window. */
  readonly size: Sides;
  readonly range: ColourRange;
  /** The winner is to be predicted. */
  readonly hidden: boolean;
  /** Opens a value under the window. */
  onOpen(cell: Cell): void;
}

const atPlace = ([row, column = 0]: Cell) => words.at({ row, column });

/** The values under a pooling window, and the winner. */
export function PoolCandidates({ explanation, sentence, size, range, hidden, onOpen }: Props) {
  const { terms, winner = 0, value } = explanation ?? { terms: [], value: 0 };
  // At the border the part of the window in the padding has no candidates.
  const columns = explanation ? new Set(terms.map(({ source }) => source[1])).size : sidesOf(size)[1];
  const shown = hidden ? -1 : winner;
  const flat = terms.length > 1 && terms.every((term) => term.value === value);
  return (
    <div className={styles.middle}>
      <p>{words.under()}</p>
      <ol
        className={styles.window}
        data-values={columns}
        style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}
      >
        {explanation
          ? terms.map((term, at) => (
              <li
                key={term.source.join()}
                className={styles.cell}
                data-winner={at === shown}
                style={cellColours(range, term.value)}
              >
                <OpenValue row tab={at === Math.max(0, shown)} onOpen={() => onOpen(term.source)}>
                  <span className="number">{formatNumber(term.value)}</span>
                </OpenValue>
                <span className={styles.place}>{at === shown ? words.wins() : atPlace(term.source)}</span>
              </li>
            ))
          : Array.from({ length: cellsOf(size) }).map((_, at) => (
              <li key={String(at)} className={styles.cell} />
            ))}
      </ol>
      <p data-veil="winner value">
        {explanation ? (
          <Rich
            text={(flat ? words.same : words.largest)({ value: formatNumber(value) })}
            tags={{ v: (shown) => <strong className="number">{shown}</strong> }}
          />
        ) : (
          sentence
        )}
      </p>
    </div>
  );
}
