'use client';

import 'katex/dist/katex.min.css';
import { type PointerEvent, type ReactNode, useEffect, useRef } from 'react';
import { ScrollHint } from '@/components/site/ScrollHint';
import words from '@/words/formulas';
import styles from './Formula.module.css';
import { useFormula } from './formula-context';

/**
 * A display formula. Symbols with a value highlight the matching numbers; the list of symbols does so by
 * keyboard.
 */
export function Formula({ children }: { readonly children: ReactNode }) {
  const { lit, point, keep } = useFormula();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const symbols = box.current?.querySelectorAll<HTMLElement>('[data-symbol]') ?? [];
    for (const symbol of symbols) symbol.toggleAttribute('data-lit', symbol.dataset.symbol === lit);
  }, [lit]);
  const symbolAt = ({ target }: { readonly target: EventTarget }) =>
    target instanceof Element ? (target.closest<HTMLElement>('[data-symbol]')?.dataset.symbol ?? null) : null;
  const onPointer = (event: PointerEvent) => event.pointerType !== 'touch' && point(symbolAt(event));
  return (
    <div className={styles.framed}>
      <ScrollHint of={box} above />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the list of symbols does the same by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: nothing is entered here */}
      <div
        ref={box}
        className={styles.formula}
        role="group"
        aria-label={words.formula()}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long formula scrolls, and must do so by keyboard
        tabIndex={0}
        onPointerOver={onPointer}
        onPointerLeave={() => point(null)}
        onClick={(event) => {
          const symbol = symbolAt(event);
          if (symbol) keep(symbol);
        }}
      >
        {children}
      </div>
    </div>
  );
}
