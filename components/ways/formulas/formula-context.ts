'use client';

import { createContext, use } from 'react';
import type { Reading } from '@/lib/formulas/reading';

/** The shared state of a formula, the list of its symbols and its figure. */
export interface FormulaView {
  /** Null until the numbers are available. */
  readonly reading: Reading | null;
  /** The highlighted symbol: the one under the pointer or in focus, otherwise the pressed one. */
  readonly lit: string | null;
  readonly kept: string | null;
  point(symbol: string | null): void;
  /** Pins a symbol's highlight, or unpins it. */
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
