'use client';

import { useEffect, useId, useRef, useState } from 'react';
import styles from './CopyText.module.css';

interface Props {
  /** What the text is about: one that was made for something else is not shown. */
  readonly of: unknown;
  readonly words: { share(): string; copied(): string; copy(): string };
  /** How many lines it takes; 1: it is a link. */
  readonly lines?: number;
  text(): string | Promise<string>;
}

/** A text that is copied where the browser allows it, and shown for copying by hand. */
export function CopyText({ of, words, lines = 1, text }: Props) {
  const [made, setMade] = useState<{
    readonly of: unknown;
    readonly text: string;
    readonly copied: boolean;
  }>();
  const id = useId();
  const element = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const make = async () => {
    const own = await text();
    const copied = await navigator.clipboard?.writeText(own).then(
      () => true,
      () => false,
    );
    setMade({ of, text: own, copied: copied ?? false });
  };
  const shown = made?.of === of ? made : undefined;
  useEffect(() => {
    if (shown && !shown.copied) element.current?.select();
  }, [shown]);
  const select = () => element.current?.select();
  const field = { id, ref: element, readOnly: true, value: shown?.text, onFocus: select };
  return (
    <>
      <button type="button" className="button-quiet" onClick={() => void make()}>
        {words.share()}
      </button>
      {shown && (
        <div className={styles.text}>
          <label htmlFor={id} role="status">
            {shown.copied ? words.copied() : words.copy()}
          </label>
          {lines > 1 ? <textarea rows={lines} {...field} /> : <input {...field} />}
        </div>
      )}
    </>
  );
}
