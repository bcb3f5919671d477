import Link from 'next/link';
import { referencePipeline } from '@/lib/course/reference';
import words from '@/words/lesson';
import styles from './LessonHead.module.css';
import { loadLesson } from './lessons';

/** To the lesson before and the one after; from the last one on to the prediction trace. */
export async function LessonTurn({ stage }: { readonly stage: string }) {
  const { stages } = referencePipeline;
  const at = stages.findIndex(({ id }) => id === stage);
  const before = at > 0 ? await loadLesson(stages[at - 1].id) : null;
  const after = at < stages.length - 1 ? await loadLesson(stages[at + 1].id) : null;
  return (
    <nav className={styles.turn} aria-label={words.turn()}>
      {before && (
        <Link href={`/stages/${before.stage}/`} rel="prev">
          <span>{words.before({ stage: before.stage })}</span>
          <b>{before.title}</b>
        </Link>
      )}
      {after ? (
        <Link href={`/stages/${after.stage}/`} rel="next">
          <span>{words.next({ stage: after.stage })}</span>
          <b>{after.title}</b>
        </Link>
      ) : (
        <Link href="/trace/" rel="next">
          <span>{words.nextStep()}</span>
          <b>{words.whole()}</b>
        </Link>
      )}
    </nav>
  );
}
