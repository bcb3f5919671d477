'use client';

import { type RefObject, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { draftInHash } from '@/lib/interchange/architecture-link';
import { checkDraft } from '@/lib/network/edit/check';
import { build, redoEdit, restoreDraft, takeDraft, undoEdit } from '@/lib/store/explore/build';
import { notices } from '@/lib/store/page/notices';
import words from '@/words/build';
import styles from './Build.module.css';
import { LayerStack } from './LayerStack';
import { StartTools } from './StartTools';
import { Summary } from './Summary';

/** Loads what this browser has stored, and a network from the address, including one that is opened later. */
function useLinkedDraft(announce: (message: string) => void): void {
  const read = useEffectEvent(async () => {
    const found = await draftInHash(window.location.hash);
    if (!found) return;
    const { pathname, search } = window.location;
    window.history.replaceState(window.history.state, '', pathname + search);
    if (!found.ok) return notices.getState().notify(found.problem.sentence);
    takeDraft(found.value);
    announce(words.linked({ name: found.value.architecture.name }));
  });
  useEffect(() => {
    restoreDraft();
    const listen = () => void read();
    listen();
    window.addEventListener('hashchange', listen);
    return () => window.removeEventListener('hashchange', listen);
  }, []);
}

/** Ctrl+Z and Ctrl+Y, or Ctrl+Shift+Z, in an element or where nothing has the focus, as after a click beside everything. */
function useStepKeys(within: RefObject<HTMLElement | null>, back: () => void, forward: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const isHere =
      event.target === document.body ||
      (event.target instanceof Node && within.current?.contains(event.target));
    if (!isHere || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) forward();
    else back();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

/** A network that is built layer by layer, with its costs beside it. */
export function Builder() {
  const { present, past, future } = useStore(build, ({ history }) => history);
  const isFromElsewhere = useStore(build, (view) => view.isFromElsewhere);
  const [message, announce] = useState('');
  useLinkedDraft(announce);
  useEffect(() => {
    if (isFromElsewhere) notices.getState().notify(words.elsewhere());
  }, [isFromElsewhere]);
  const { architecture } = present;
  const checked = useMemo(() => checkDraft(present), [present]);
  const back = () => {
    undoEdit();
    announce(words.undone());
  };
  const forward = () => {
    redoEdit();
    announce(words.redone());
  };
  const bench = useRef<HTMLDivElement>(null);
  useStepKeys(bench, back, forward);
  return (
    <div ref={bench} className={styles.builder}>
      <StartTools
        architecture={architecture}
        announce={announce}
        onUndo={past.length > 0 ? back : null}
        onRedo={future.length > 0 ? forward : null}
      />
      <div className={styles.bench}>
        <LayerStack draft={present} checked={checked} announce={announce} />
        <Summary architecture={architecture} checked={checked} message={message} />
      </div>
    </div>
  );
}
