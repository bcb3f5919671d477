import type { CSSProperties } from 'react';
import { number, Rich } from '@/components/site/Rich';
import { allPageWorks } from '@/lib/shelf/page-works';
import { minutesOf, plainMessage } from '@/lib/site/walk/count';
import { LOCALE } from '@/words/locale';
import words from '@/words/walk';
import styles from './Walk.module.css';

interface Props {
  /** Its address. */
  readonly page: string;
  readonly title: string;
  /** Something is looked up here: the minutes are those of reading all of it. */
  readonly lookedUp?: true;
}

/** The title of a page that is not on the walk, and beside it how long the page takes. Rendered while the site is built. */
export async function PageHead({ page, title, lookedUp }: Props) {
  const work = (await allPageWorks(LOCALE)).find(({ href }) => href === page);
  if (!work) throw new Error(`lib/site/walk/pages.ts: what is done on ${page}?`);
  const minutes = minutesOf(work.whole);
  const line = lookedUp ? words.wholePage({ minutes }) : words.page({ minutes });
  return (
    <div className={styles.head}>
      <h1 style={{ '--letters': title.length } as CSSProperties}>{title}</h1>
      <p className={styles.takes} style={{ '--letters': plainMessage(line).length } as CSSProperties}>
        <Rich text={line} tags={{ n: number }} />
      </p>
    </div>
  );
}
