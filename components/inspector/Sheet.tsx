'use client';

import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { useMedia } from '@/components/site/use-media';
import { SheetSpine } from '@/components/spine/Spine';
import { openedFrom } from '@/components/values/opening';
import styles from './Sheet.module.css';

interface Props {
  /** The id of its heading. */
  readonly labelledBy: string;
  onClose(): void;
  /** Its content, given the function that closes it. */
  children(close: () => void): ReactNode;
}

/** On a desktop a sheet beside the page, which stays usable; on a phone a sheet over it, with the stages that it covers. */
export function Sheet(props: Props) {
  const beside = useMedia('(min-width: 64rem)');
  return <Dialog key={String(beside)} beside={beside} {...props} />;
}

function Dialog({ beside, labelledBy, onClose, children }: Props & { readonly beside: boolean }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    keepingPlace(() => (beside ? dialog.current?.show() : dialog.current?.showModal()));
  }, [beside]);
  const ended = useRef(false);
  const end = () => {
    if (ended.current) return;
    ended.current = true;
    returnFocus();
    onClose();
  };
  const close = () => {
    keepingPlace(() => dialog.current?.close());
    // The dialog's event comes later, when the next value may already be open.
    end();
  };
  // Back removes it without closing it.
  useEffect(() => returnFocus, []);
  const onEscape = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    // An overlay on the page is closed first.
    if (!document.querySelector('dialog:modal, :popover-open')) close();
  });
  useEffect(() => {
    if (!beside) return;
    const listen = (event: KeyboardEvent) => onEscape(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [beside]);
  return (
    <dialog
      ref={dialog}
      className={`${styles.sheet} ${beside ? styles.beside : styles.over}`}
      aria-labelledby={labelledBy}
      onClose={end}
    >
      {!beside && (
        <div className={styles.strip}>
          <SheetSpine />
        </div>
      )}
      {children(close)}
    </dialog>
  );
}

function returnFocus(): void {
  openedFrom()?.focus({ preventScroll: true });
}

/** Makes room for the sheet or takes it back, and keeps the element that opened it in place on the screen. */
function keepingPlace(change: () => void): void {
  const opener = openedFrom();
  const before = opener?.getBoundingClientRect().top;
  change();
  if (opener && before !== undefined) window.scrollBy(0, opener.getBoundingClientRect().top - before);
}
