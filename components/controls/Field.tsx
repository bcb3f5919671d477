import { type ReactNode, useId } from 'react';
import styles from './Field.module.css';

interface Props {
  readonly label: string;
  /** The setting's effect, in one line. */
  readonly hint: string;
  readonly problem?: string;
  /** The control itself, with the attributes that link it to its texts. */
  children(ties: {
    readonly id: string;
    readonly 'aria-describedby': string;
    readonly 'aria-invalid': boolean;
  }): ReactNode;
}

/**
 * A field: its name, its control and a hint; a problem's sentence replaces the hint when the value is
 * invalid.
 */
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
