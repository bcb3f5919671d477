import type { ReactNode } from 'react';
import type { WalkPage } from '@/lib/site/walk/pages';
import styles from './Walk.module.css';
import { WalkLine } from './WalkLine';

/** What names a page of the walk, and beside it the place on the walk. */
export function WalkHead({ page, children }: { readonly page: WalkPage; readonly children: ReactNode }) {
  return (
    <div className={styles.head}>
      {children}
      <WalkLine page={page} />
    </div>
  );
}
