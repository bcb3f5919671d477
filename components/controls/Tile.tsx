import type { ComponentProps, ReactNode } from 'react';
import styles from './Tile.module.css';

interface Props extends Pick<ComponentProps<'input'>, 'onClick' | 'onKeyDown'> {
  /** The group's name, unique on the page. */
  readonly name: string;
  readonly checked: boolean;
  readonly title?: string;
  /** The tile's layout in its grid. */
  readonly className?: string;
  readonly children: ReactNode;
  onChoose(): void;
}

/** One of several images to choose from: a radio button that looks like the image. */
export function Tile({ title, className = '', children, onChoose, ...radio }: Props) {
  return (
    <label className={`${styles.tile} ${className}`} title={title}>
      <input type="radio" className={styles.radio} {...radio} onChange={onChoose} />
      {children}
    </label>
  );
}
