'use client';

import { type PointerEvent, useId, useLayoutEffect, useRef } from 'react';
import { useChosenImage } from '@/components/state/hooks';
import type { InputImage } from '@/lib/data/input-image';
import { session } from '@/lib/store/session/session';
import words from '@/words/chosen';
import { ImagePicker } from './ImagePicker';
import styles from './PickerDialog.module.css';

/**
 * The images over the page, which stays where it is. A press on one chooses it and closes; the arrow keys go
 * from one to the next, so with them it stays open, as it does while something is drawn or cropped.
 */
export function PickerDialog({ onClose }: { onClose(): void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const image = useChosenImage();
  /** Whether an image was pressed last. */
  const pressed = useRef(false);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const close = () => dialog.current?.close();
  const choose = (chosen: InputImage) => {
    session.chooseImage(chosen);
    if (pressed.current) close();
  };
  const onPress = ({ target, currentTarget }: PointerEvent) => {
    // A dialog's backdrop belongs to it; its content is one element that covers the rest.
    if (target === currentTarget) close();
    pressed.current = target instanceof Element && target.closest('label:has([type=radio])') !== null;
  };
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={heading}
      onClose={onClose}
      onPointerDown={onPress}
      onKeyDown={() => {
        pressed.current = false;
      }}
    >
      <div className={styles.inside}>
        <div className={styles.head}>
          <h2 id={heading}>{words.choose()}</h2>
          <button type="button" className="button-quiet" onClick={close}>
            {words.done()}
          </button>
        </div>
        <ImagePicker selected={image?.id ?? null} onChoose={choose} />
      </div>
    </dialog>
  );
}
