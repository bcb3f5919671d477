'use client';

import { useId, useState } from 'react';
import { formatCount } from '@/lib/format/format';
import words from '@/words/place';
import styles from './NumberField.module.css';

interface Props {
  readonly label: string;
  readonly value: number;
  /** The smallest valid whole number: 0 where it isn't given. */
  readonly first?: number;
  /** The largest one. */
  readonly last: number;
  onPick(value: number): void;
}

/** A whole number, typed or stepped. Invalid input is reported and changes nothing. */
export function NumberField({ label, value, first = 0, last, onPick }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const problem = useId();
  const wrong = draft !== null && read(draft, first, last) === null;
  const onChange = (text: string) => {
    setDraft(text);
    const number = read(text, first, last);
    if (number !== null) onPick(number);
  };
  return (
    <label className={styles.field}>
      {label}
      <input
        className={styles.input}
        type="number"
        inputMode="numeric"
        min={first}
        max={last}
        step={1}
        value={draft ?? value}
        aria-invalid={wrong}
        aria-describedby={problem}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={() => setDraft(null)}
      />
      <span id={problem} className={styles.problem} role="status">
        {wrong && words.range({ from: first, to: formatCount(last) })}
      </span>
    </label>
  );
}

function read(text: string, first: number, last: number): number | null {
  const number = Number(text);
  return /^\d+$/.test(text) && number >= first && number <= last ? number : null;
}
