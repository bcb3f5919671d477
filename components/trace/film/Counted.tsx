import Link from 'next/link';
import { useEffect, useId, useRef, useState } from 'react';
import type { FactText } from '@/lib/provenance/film/fact';
import words from '@/words/film-counts';
import styles from './Film.module.css';

interface Props {
  readonly fact: FactText;
  readonly how: string;
  /** It is about to be explained. */
  onAsk?(): void;
  /** A link to another page is about to be followed. */
  onLeave?(): void;
}

/** A number that is none of the network's values, and in a panel beside it how it came about. */
export function Counted({ fact: { text, epoch }, how, onAsk, onLeave }: Props) {
  const id = useId();
  const panel = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState(false);
  // The next beat has another number in this place.
  // biome-ignore lint/correctness/useExhaustiveDependencies: closed when what it explains changes
  useEffect(() => {
    const own = panel.current;
    return () => (own?.matches(':popover-open') ? own.hidePopover() : undefined);
  }, [how]);
  return (
    <>
      <button type="button" className={`button-text ${styles.open}`} popoverTarget={id} onClick={onAsk}>
        {text}
      </button>
      <span
        ref={panel}
        id={id}
        popover="auto"
        className={`panel panel-beside ${styles.how}`}
        onBeforeToggle={({ newState }) => setOpen(newState === 'open')}
      >
        {/* Closed it is no part of the sentence. */}
        {open && how}
        {open && epoch !== undefined && (
          <Link href={`/epochs/?epoch=${epoch}`} prefetch={false} onClick={onLeave}>
            {words.toEpoch({ epoch })}
          </Link>
        )}
      </span>
    </>
  );
}
