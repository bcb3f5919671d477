import { type ReactNode, useId } from 'react';
import styles from './Field.module.css';

interface Props {
  readonly label: string;
  /** What it does, in one line. */
  readonly hint: string;
  readonly problem?: string;
  /** The control itself, given what ties it to its words. */
  children(ties: {
    readonly id: string;
    readonly 'aria-describedby': string;
    readonly 'aria-invalid': boolean;
  }): ReactNode;
}

/** A field: its name, its control, what it does; a sentence takes the hint's place when the value can't be used. */
export function Field({ label, hint, problem, children }: Props) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': `${id}-words`, 'aria-invalid': problem !== undefined })}
      <p id={`${id}-words`} className={styles.words} data-problem={problem !== undefined}>
        {problem ?? hint}
      </p>
    </div>
  );
}
