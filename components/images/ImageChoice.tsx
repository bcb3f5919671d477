import type { ReactNode } from 'react';
import styles from './Images.module.css';

interface Props {
  readonly id: string;
  /** The text below the image. */
  readonly caption: string;
  /** Additional text for screen readers. */
  readonly detail?: string;
  readonly checked: boolean;
  readonly onChoose: (id: string) => void;
  /** The thumbnail; decoration, since the caption names it. */
  readonly children: ReactNode;
}

/**
 * One image to choose: a radio button that looks like its image. Arrow keys move, as among all radio buttons.
 */
export function ImageChoice({ id, caption, detail, checked, onChoose, children }: Props) {
  return (
    <label className={styles.choice} title={caption}>
      <input
        type="radio"
        name="image"
        value={id}
        checked={checked}
        onChange={() => onChoose(id)}
        className="visually-hidden"
      />
      <span className={styles.thumb}>{children}</span>
      <span className={styles.caption}>
        {caption}
        {detail && <span className="visually-hidden">{detail}</span>}
      </span>
    </label>
  );
}
