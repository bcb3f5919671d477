'use client';

import { useId, useMemo } from 'react';
import { cssColour, inkOn } from '@/lib/colour/colour-maps';
import { formatPercent } from '@/lib/format/format';
import { CLASSES } from '@/lib/pipeline/architecture';
import { type Confusion as Cells, recallOf, worstMistake } from '@/lib/run/confusion';
import styles from './Detail.module.css';

/** A cell of the matrix: pictures of one class that were answered as one. */
export interface Cell {
  readonly right: number;
  readonly answered: number;
}

interface Props {
  readonly cells: Cells;
  readonly caption: string;
  readonly chosen: Cell | null;
  onChoose(cell: Cell): void;
}

/** What was answered for the pictures of each class, as a table whose cells can be opened. */
export function Confusion({ cells, caption, chosen, onChoose }: Props) {
  const most = useMemo(() => Math.max(...cells.flat().map((cell) => cell.length)), [cells]);
  const heading = useId();
  const range = { kind: 'sequential', low: 0, high: most } as const;
  return (
    <>
      <p id={heading}>
        {caption} {mistakeWords(cells)}
      </p>
      <div className={styles.scroll}>
        <table className={styles.confusion} aria-labelledby={heading}>
          <thead>
            <tr>
              <th scope="col">shown ↓ answered →</th>
              {CLASSES.map((name) => (
                <th key={name} scope="col">
                  <span>{name}</span>
                </th>
              ))}
              <th scope="col">right</th>
            </tr>
          </thead>
          <tbody>
            {CLASSES.map((name, right) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {CLASSES.map((other, answered) => {
                  const { length } = cells[right][answered];
                  const open = chosen?.right === right && chosen.answered === answered;
                  return (
                    <td key={other} data-own={right === answered}>
                      {length > 0 ? (
                        <button
                          type="button"
                          aria-pressed={open}
                          aria-label={`${length} ${name} answered as ${other}`}
                          style={{ background: cssColour(range, length), color: inkOn(range, length) }}
                          onClick={() => onChoose({ right, answered })}
                        >
                          {length}
                        </button>
                      ) : (
                        <span className={styles.none}>0</span>
                      )}
                    </td>
                  );
                })}
                <td className="number">{formatPercent(recallOf(cells, right))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function mistakeWords(cells: Cells): string {
  const worst = worstMistake(cells);
  if (!worst) return 'Nothing is mistaken for anything else.';
  const times = worst.count === 1 ? 'once' : `${worst.count} times`;
  return `The most frequent mistake: ${CLASSES[worst.right]} taken for ${CLASSES[worst.answered]}, ${times}.`;
}
