import type { ReactNode } from 'react';
import styles from './FigureHead.module.css';

interface Props {
  readonly className?: string;
  readonly children: ReactNode;
}

/** The head of a figure: its title or a sentence on the left, its controls or its legend on the right. */
export const FigureHead = ({ className = '', children }: Props) => (
  <div className={`${styles.head} ${className}`}>{children}</div>
);
