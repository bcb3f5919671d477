import type { ReactNode } from 'react';
import styles from './Term.module.css';

interface Props {
  readonly id: string;
  /** The term as it stands in the text. */
  readonly children: ReactNode;
  readonly definition: ReactNode;
}

/**
 * A term that shows its definition when pressed. It needs no script: the browser opens and closes the
 * definition.
 */
export function TermPopover({ id, children, definition }: Props) {
  const panel = `term-${id}`;
  return (
    <>
      <button type="button" className={`button-text ${styles.term}`} popoverTarget={panel}>
        {children}
      </button>
      <span id={panel} popover="auto" className={`panel panel-beside ${styles.panel}`}>
        {definition}
      </span>
    </>
  );
}
