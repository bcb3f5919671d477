'use client';

import { useEffect, useRef, useState } from 'react';
import styles from './ShareLink.module.css';

interface Props {
  /** What the link is about: one that was made for something else is not shown. */
  readonly of: unknown;
  readonly words: { share(): string; copied(): string; copy(): string };
  /** The fragment of the address, with its #. */
  hash(): Promise<string>;
}

/** What stands on the page as a link: copied where the browser allows it, and shown for copying by hand. */
export function ShareLink({ of, words, hash }: Props) {
  const [shared, setShared] = useState<{
    readonly of: unknown;
    readonly link: string;
    readonly copied: boolean;
  }>();
  const field = useRef<HTMLInputElement>(null);
  const share = async () => {
    const address = new URL(window.location.href);
    address.hash = await hash();
    const link = address.href;
    const copied = await navigator.clipboard?.writeText(link).then(
      () => true,
      () => false,
    );
    setShared({ of, link, copied: copied ?? false });
  };
  const shown = shared?.of === of ? shared : undefined;
  useEffect(() => {
    if (shown && !shown.copied) field.current?.select();
  }, [shown]);
  return (
    <>
      <button type="button" className="button-quiet" onClick={() => void share()}>
        {words.share()}
      </button>
      {shown && (
        <label className={styles.link}>
          <span role="status">{shown.copied ? words.copied() : words.copy()}</span>
          <input ref={field} readOnly value={shown.link} onFocus={(event) => event.currentTarget.select()} />
        </label>
      )}
    </>
  );
}
