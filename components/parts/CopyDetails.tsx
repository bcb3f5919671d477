'use client';

import { useState } from 'react';
import { reportOf } from '@/lib/site/report';
import words from '@/words/broken';
import styles from './Broken.module.css';

interface Props {
  /** What failed, in words. */
  readonly sentence: string;
  readonly errors: readonly unknown[];
}

function select(field: HTMLTextAreaElement | null): void {
  field?.focus();
  field?.select();
}

/**
 * Copies the details of an error to the clipboard; if the browser refuses, a field shows them for copying.
 */
export function CopyDetails({ sentence, errors }: Props) {
  const [copied, setCopied] = useState(false);
  const [byHand, setByHand] = useState<string | null>(null);
  const copy = async () => {
    const details = reportOf(sentence, errors);
    try {
      await navigator.clipboard.writeText(details);
      setCopied(true);
    } catch {
      setByHand(details);
    }
  };
  if (byHand !== null)
    return (
      <textarea
        readOnly
        ref={select}
        className={styles.details}
        aria-label={words.details()}
        value={byHand}
      />
    );
  return (
    <>
      <button
        type="button"
        className="button-quiet"
        onClick={() => void copy()}
        onBlur={() => setCopied(false)}
      >
        {copied ? words.copied() : words.copy()}
      </button>
      <span role="status" className="visually-hidden">
        {copied && words.copied()}
      </span>
    </>
  );
}
