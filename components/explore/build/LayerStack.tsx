'use client';

import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { freshLayer } from '@/lib/kinds/outside/fresh';
import { rulesOf } from '@/lib/kinds/registry';
import type { LayerKind } from '@/lib/kinds/types';
import type { CheckedDraft } from '@/lib/network/edit/check';
import { type Draft, type Edit, isPossible, MOST_LAYERS } from '@/lib/network/edit/draft';
import type { Mend } from '@/lib/network/edit/mend';
import { edit, presentDraft } from '@/lib/store/explore/build';
import words from '@/words/build';
import styles from './Build.module.css';
import { KindMenu } from './KindMenu';
import { LayerRow } from './LayerRow';
import { useDrag } from './use-drag';

/** What the handles of the rows are found by. */
const HANDLE = '[data-handle]';

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
  const focusHandle = (at: number) => {
    const handles = list.current?.querySelectorAll<HTMLElement>(HANDLE) ?? [];
    handles[Math.min(at, handles.length - 1)]?.focus();
  };
  /** Applies an edit at once, so that what has the focus afterwards is there. */
  const apply = (change: Edit): boolean => {
    const possible = isPossible(presentDraft(), change);
    if (possible) flushSync(() => edit(change));
    return possible;
  };
  const place = (at: number) => ({ place: at + 1, count: presentDraft().architecture.layers.length });
  const nameAt = (at: number) => presentDraft().architecture.layers[at]?.id ?? '';

  function move(at: number, to: number) {
    // Moving an element in the page takes the focus from it.
    const focused = document.activeElement;
    if (!apply({ type: 'move', at, to })) return;
    if (focused instanceof HTMLElement) focused.focus();
    announce(words.moved({ layer: nameAt(to), ...place(to) }));
  }
  function remove(at: number) {
    const layer = nameAt(at);
    if (!apply({ type: 'remove', at })) return;
    focusHandle(at - 1);
    announce(words.removed({ layer }));
  }
  function insert(at: number, kind: LayerKind) {
    setAdding(null);
    if (!apply({ type: 'insert', at, layer: freshLayer(kind) }))
      return announce(words.full({ most: MOST_LAYERS }));
    focusHandle(at - 1);
    announce(words.inserted({ layer: nameAt(at), ...place(at) }));
  }
  function mend(at: number, { edit: change, words: what }: Mend) {
    if (!apply(change)) return;
    focusHandle(Math.max(0, at - 1));
    announce(words.mended({ words: what }));
  }
  const drag = useDrag(list, move);

  const last = layers[layers.length - 1];
  const endsWell = 'units' in last && last.units === classes.length && rulesOf(last).canBeLast;
  const end = endsWell && layers.length > 1 ? layers.length - 1 : layers.length;
  const menu = (at: number) =>
    adding === at && (
      <KindMenu
        onChoose={(kind) => insert(at, kind)}
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
            onMove={move}
            onRemove={remove}
            onMend={mend}
          >
            {menu(at + 1)}
          </LayerRow>
        ))}
      </ol>
      <button
        type="button"
        className="button-quiet"
        aria-disabled={layers.length >= MOST_LAYERS}
        aria-expanded={adding === end}
        onClick={() => toggleMenu(end)}
      >
        + {endsWell ? words.add() : words.addEnd()}
      </button>
    </section>
  );
}
