'use client';

import { INSERTED } from '@/lib/kinds/outside/builders';
import { RULES } from '@/lib/kinds/registry';
import type { LayerKind } from '@/lib/kinds/types';
import words from '@/words/build';
import kinds from '@/words/layer-kinds';
import styles from './Build.module.css';

const focus = (element: HTMLElement | null) => element?.focus();
const capital = (word: string): string => word[0].toUpperCase() + word.slice(1);

interface Props {
  onChoose(kind: LayerKind): void;
  onClose(): void;
}

/** The kinds of layers that can be added, each with what it does. */
export function KindMenu({ onChoose, onClose }: Props) {
  return (
    <fieldset
      className={styles.menu}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        // The row's keys move and remove its layer.
        event.stopPropagation();
      }}
    >
      <legend>{words.menu()}</legend>
      <ul className={styles.kinds}>
        {INSERTED.map((kind, at) => (
          <li key={kind}>
            <button
              type="button"
              className={styles.kind}
              ref={at === 0 ? focus : undefined}
              onClick={() => onChoose(kind)}
            >
              <b>{capital(RULES[kind].name)}</b>
              <span>{kinds[kind]()}</span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="button-quiet" onClick={onClose}>
        {words.close()}
      </button>
    </fieldset>
  );
}
