'use client';

import { type ReactNode, useMemo, useState } from 'react';
import type { Reading } from '@/lib/formulas/reading';
import styles from './Formula.module.css';
import { FormulaContext } from './formula-context';
import { PartView } from './PartView';

interface Props {
  /** Names the figure: "Convolution". */
  readonly title: string;
  readonly reading: Reading | null;
  /** Why there is nothing to read; told in its place. */
  readonly waiting: string;
  /** What is chosen: a class, a layer; or a button that computes. */
  readonly controls?: ReactNode;
  /** The formula and its symbols. */
  readonly children: ReactNode;
}

/** A formula with its symbols, and beside it the numbers of the live network that they stand for. */
export function FormulaFigure({ title, reading, waiting, controls, children }: Props) {
  const [pointed, setPointed] = useState<string | null>(null);
  const [kept, setKept] = useState<string | null>(null);
  const lit = pointed ?? kept;
  const view = useMemo(
    () => ({
      reading,
      lit,
      kept,
      point: setPointed,
      keep: (symbol: string) => setKept((now) => (now === symbol ? null : symbol)),
    }),
    [reading, lit, kept],
  );
  return (
    <FormulaContext value={view}>
      <figure className={styles.figure} aria-label={`${title}: formula and present values`}>
        {children}
        <div className={styles.side}>
          {controls && <div className={styles.controls}>{controls}</div>}
          <p className={styles.about} role="status">
            {reading?.about ?? waiting}
          </p>
          <div className={styles.parts}>
            {reading?.parts.map((part) => (
              <PartView key={`${part.symbol} ${part.title}`} part={part} parts={reading.parts} />
            ))}
          </div>
        </div>
      </figure>
    </FormulaContext>
  );
}
