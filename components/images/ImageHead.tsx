import type { ReactNode } from 'react';
import { Part } from '@/components/parts/Part';
import { PageHead } from '@/components/site/walk/PageHead';
import parts from '@/words/parts';
import { ChosenImage } from './ChosenImage';
import styles from './ImageHead.module.css';

interface Props {
  readonly page: string;
  readonly title: string;
  /** What the page is about, in a sentence or two. */
  readonly children?: ReactNode;
}

/** The head of a page that is about the chosen image: its title, and beside it the image. The page's figure follows at once. */
export function ImageHead({ page, title, children }: Props) {
  return (
    <div className={styles.head}>
      <PageHead page={page} title={title} />
      {children && <p>{children}</p>}
      <Part name={parts.image()}>
        <ChosenImage />
      </Part>
    </div>
  );
}
