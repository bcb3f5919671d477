'use client';

import { createContext, use } from 'react';
import type { Reading } from '@/lib/formulas/reading';

/** What a formula, the list of its symbols and its figure have in common. */
export interface FormulaView {
  /** Null until the numbers are there. */
  readonly reading: Reading | null;
  /** The symbol that is lit up: the one that is pointed at or has the focus, else the one that was pressed. */
  readonly lit: string | null;
  readonly kept: string | null;
  point(symbol: string | null): void;
  /** Keeps a symbol lit up, or lets go of it. */
  keep(symbol: string): void;
}

export const FormulaContext = createContext<FormulaView>({
  reading: null,
  lit: null,
  kept: null,
  point: () => {},
  keep: () => {},
});

export const useFormula = (): FormulaView => use(FormulaContext);
