import type { ReactNode } from 'react';
import styles from './Radios.module.css';

interface Props<T extends string | number> {
  /** The question; an element where it is visually hidden or styled differently. */
  readonly legend: ReactNode;
  /** The group's name, unique on the page. */
  readonly name: string;
  readonly options: readonly { readonly value: T; readonly words: string; readonly disabled?: boolean }[];
  /** Null: none yet. */
  readonly chosen: T | null;
  readonly className?: string;
  onChoose(value: T): void;
}

/** One of several options, each with its text beside it. */
export function Radios<T extends string | number>(props: Props<T>) {
  const { legend, name, options, chosen, className = '', onChoose } = props;
  return (
    <fieldset className={`${styles.radios} ${className}`}>
      {legend}
      {options.map(({ value, words, disabled }) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            checked={chosen === value}
            disabled={disabled}
            onChange={() => onChoose(value)}
          />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}
