import { useEffect, useRef, useState } from 'react';
import { hashOf } from '@/lib/try-it/link';
import words from '@/words/try-it';
import styles from './TryIt.module.css';

/** The code as a link: copied where the browser allows it, and shown for copying by hand. */
export function ShareCode({ code }: { readonly code: string }) {
  const [shared, setShared] = useState<{
    readonly of: string;
    readonly link: string;
    readonly copied: boolean;
  }>();
  const field = useRef<HTMLInputElement>(null);
  const share = async () => {
    const address = new URL(window.location.href);
    address.hash = await hashOf(code);
    const link = address.href;
    const copied = await navigator.clipboard?.writeText(link).then(
      () => true,
      () => false,
    );
    setShared({ of: code, link, copied: copied ?? false });
  };
  const shown = shared?.of === code ? shared : undefined;
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
