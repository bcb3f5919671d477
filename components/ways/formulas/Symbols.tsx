'use client';

import type { ReactNode } from 'react';
import { formatFactor, formatResult } from '@/lib/format/format';
import styles from './Formula.module.css';
import { useFormula } from './formula-context';

/** The symbols of a formula. */
export const Symbols = ({ children }: { readonly children: ReactNode }) => (
  <ul className={styles.symbols}>{children}</ul>
);

interface Props {
  /** Its key in the formula and in the reading. */
  readonly is: string;
  /** The symbol, and its meaning. */
  readonly children: ReactNode;
}

/**
 * One symbol with its current value; hovering, focusing or pressing it highlights it in the formula and in
 * the figure.
 */
export function Sym({ is, children }: Props) {
  const { reading, lit, kept, point, keep } = useFormula();
  const value = reading?.values[is];
  const shown = reading?.result === is ? formatResult : formatFactor;
  return (
    <li>
      <button
        type="button"
        className={styles.symbol}
        data-lit={lit === is}
        aria-pressed={kept === is}
        onPointerEnter={(event) => event.pointerType !== 'touch' && point(is)}
        onPointerLeave={() => point(null)}
        onFocus={() => point(is)}
        onBlur={() => point(null)}
        onClick={() => keep(is)}
      >
        <span>{children}</span> <span className="number">{value === undefined ? '…' : shown(value)}</span>
      </button>
    </li>
  );
}
