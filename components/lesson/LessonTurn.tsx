import Link from 'next/link';
import { StageLink } from '@/components/site/movement/StageLink';
import { ReadMark } from '@/components/site/walk/ReadMark';
import words from '@/words/lesson';
import styles from './LessonHead.module.css';
import { LESSON_STAGES, loadLesson } from './lessons';

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
          <StageLink href={`/stages/${before.stage}/`} rel="prev">
            <span>{words.before({ stage: before.stage })}</span>
            <b>{before.title}</b>
          </StageLink>
        )}
        {after ? (
          <StageLink href={`/stages/${after.stage}/`} rel="next">
            <span>{words.next({ stage: after.stage })}</span>
            <b>{after.title}</b>
          </StageLink>
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
