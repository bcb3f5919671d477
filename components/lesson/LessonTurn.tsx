import Link from 'next/link';
import words from '@/words/lesson';
import styles from './LessonHead.module.css';
import { LESSON_STAGES, loadLesson } from './lessons';
import { ReadMark } from './ReadMark';

/** Links to the previous and the next lesson; the last one links to the prediction trace. */
export async function LessonTurn({ stage }: { readonly stage: string }) {
  const at = LESSON_STAGES.indexOf(stage);
  const before = at > 0 ? await loadLesson(LESSON_STAGES[at - 1]) : null;
  const after = at < LESSON_STAGES.length - 1 ? await loadLesson(LESSON_STAGES[at + 1]) : null;
  return (
    <>
      <ReadMark stage={stage} />
      <nav className={styles.turn} aria-label={words.turn()}>
        {before && (
          <Link href={`/stages/${before.stage}/`} rel="prev" transitionTypes={['stage']}>
            <span>{words.before({ stage: before.stage })}</span>
            <b>{before.title}</b>
          </Link>
        )}
        {after ? (
          <Link href={`/stages/${after.stage}/`} rel="next" transitionTypes={['stage']}>
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
    </>
  );
}
