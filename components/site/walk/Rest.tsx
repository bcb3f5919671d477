import Link from 'next/link';
import { ReadMark } from '@/components/site/walk/ReadMark';
import { durationOf } from '@/lib/site/walk/count';
import { workOfPage } from '@/lib/site/walk/reading';
import { LOCALE } from '@/words/locale';
import words from '@/words/walk';
import { nameOf } from './names';
import styles from './Walk.module.css';
import { placeOnWalk } from './WalkLine';

/** In a lesson of the walk: here the walk goes on to its next page; what follows is offered as the rest. */
export async function Rest({ of }: { readonly of: string }) {
  const page = `/stages/${of}/`;
  const [{ next }, { whole, walk }] = await Promise.all([placeOnWalk(page), workOfPage(page, LOCALE)]);
  if (!next || !walk) throw new Error(`the walk does not go on from ${page}`);
  return (
    <aside className={styles.rest} aria-label={words.walk()}>
      <Link className="button" href={next} prefetch={false}>
        {words.goOn({ page: nameOf(next) })}
      </Link>
      <p>
        {words.rest({ minutes: Math.max(1, Math.round(durationOf(whole) - durationOf(walk))) })}
        {/* Who walks has read what the walk has of the lesson. */}
        <ReadMark stage={of} />
      </p>
    </aside>
  );
}
