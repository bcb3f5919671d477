import Link from 'next/link';
import { LESSON_STAGES, loadLesson } from '@/components/lesson/lessons';
import { number, Rich } from '@/components/site/Rich';
import words from '@/words/modes';
import styles from './Modes.module.css';

/** All lessons, with the aim of each. */
export async function LessonList() {
  const lessons = await Promise.all(LESSON_STAGES.map(loadLesson));
  return (
    <ol className={styles.lessons}>
      {lessons.map(({ stage, title, minutes, aim }) => (
        <li key={stage}>
          <Link href={`/stages/${stage}/`} prefetch={false}>
            {title}
          </Link>{' '}
          <span className="label">
            <Rich text={words.lessonFacts({ stage, minutes })} tags={{ n: number }} />
          </span>
          <br />
          {aim}
        </li>
      ))}
    </ol>
  );
}
