import type { CSSProperties } from 'react';
import type { WalkPage } from '@/lib/site/walk/pages';
import styles from './Walk.module.css';
import { WalkLine } from './WalkLine';

interface Props {
  readonly page: WalkPage;
  readonly title: string;
  /** Of the title. */
  readonly className?: string;
}

/** The title of a page of the walk, and beside it the place on the walk. */
export function WalkHead({ page, title, className }: Props) {
  return (
    <div className={styles.head}>
      <h1 className={className} style={{ '--letters': title.length } as CSSProperties}>
        {title}
      </h1>
      <WalkLine page={page} />
    </div>
  );
}
