import type { ComponentProps, ReactNode } from 'react';
import styles from './Tile.module.css';

interface Props extends Pick<ComponentProps<'input'>, 'onClick' | 'onKeyDown'> {
  /** What its group is called in its page; no other group has it. */
  readonly name: string;
  readonly checked: boolean;
  readonly title?: string;
  /** How a grid lays out its tiles. */
  readonly className?: string;
  readonly children: ReactNode;
  onChoose(): void;
}

/** One of several images to choose from: a radio button that looks like what it stands for. */
export function Tile({ title, className = '', children, onChoose, ...radio }: Props) {
  return (
    <label className={`${styles.tile} ${className}`} title={title}>
      <input type="radio" className={styles.radio} {...radio} onChange={onChoose} />
      {children}
    </label>
  );
}
