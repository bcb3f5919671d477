'use client';

import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { rulesOf } from '@/lib/kinds/registry';
import type { CheckedDraft } from '@/lib/network/edit/check';
import { type Draft, MOST_LAYERS } from '@/lib/network/edit/draft';
import words from '@/words/build';
import styles from './Build.module.css';
import { editsOf } from './edits';
import { KindMenu } from './KindMenu';
import { LayerRow } from './LayerRow';
import { useDrag } from './use-drag';

interface Props {
  readonly draft: Draft;
  readonly checked: CheckedDraft;
  announce(message: string): void;
}

/** The layers one below the other, to be changed, moved, removed, and more to be added between them. */
export function LayerStack({ draft, checked, announce }: Props) {
  const list = useRef<HTMLOListElement>(null);
  /** The place where a layer is being added. */
  const [adding, setAdding] = useState<number | null>(null);
  /** What opened the menu there; it gets the focus back. */
  const opener = useRef<Element | null>(null);
  const toggleMenu = (at: number) => {
    opener.current = document.activeElement;
    setAdding(adding === at ? null : at);
  };
  const { layers, classes } = draft.architecture;
  const edits = editsOf(list, announce);
  const drag = useDrag(list, edits.move);

  const last = layers[layers.length - 1];
  const endsWell = rulesOf(last).units?.(last) === classes.length;
  const end = endsWell && layers.length > 1 ? layers.length - 1 : layers.length;
  const menu = (at: number) =>
    adding === at && (
      <KindMenu
        onChoose={(kind) => {
          setAdding(null);
          edits.insert(at, kind);
        }}
        onClose={() => {
          flushSync(() => setAdding(null));
          if (opener.current instanceof HTMLElement) opener.current.focus();
        }}
      />
    );
  return (
    <section aria-labelledby="layers" className={styles.stack}>
      <h2 id="layers">{words.layers()}</h2>
      <p className={styles.keys}>{words.keys()}</p>
      <p className={styles.columns} aria-hidden="true">
        <span>{words.output()}</span>
        <span>{words.parameters()}</span>
        <span>{words.work()}</span>
      </p>
      <ol ref={list} className={styles.layers}>
        {layers.map((layer, at) => (
          <LayerRow
            key={draft.keys[at]}
            layer={layer}
            at={at}
            count={layers.length}
            input={draft.architecture.input}
            stage={checked.stages[at] ?? null}
            fault={checked.fault?.at === at ? checked.fault : null}
            drag={drag}
            adding={adding === at + 1}
            onAdd={() => toggleMenu(at + 1)}
            onMove={edits.move}
            onRemove={edits.remove}
            onMend={edits.mend}
          >
            {menu(at + 1)}
          </LayerRow>
        ))}
      </ol>
      <button
        type="button"
        className="button-quiet"
        data-add
        aria-disabled={layers.length >= MOST_LAYERS}
        aria-expanded={adding === end}
        onClick={() => toggleMenu(end)}
      >
        + {endsWell ? words.add() : words.addEnd()}
      </button>
    </section>
  );
}
