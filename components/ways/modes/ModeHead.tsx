import lesson from '@/components/lesson/LessonHead.module.css';
import { bold, number, Rich } from '@/components/site/Rich';
import words from '@/words/modes';
import { ModeDone } from './ModeDone';
import styles from './Modes.module.css';
import type { ModeFacts } from './modes';

/** The purpose of a way to learn, and its duration. */
export function ModeHead({ title, minutes, summary, aim }: ModeFacts) {
  return (
    <header className={`${lesson.head} ${styles.head}`}>
      <p className={lesson.place}>
        <Rich text={words.head({ minutes })} tags={{ n: number }} />
      </p>
      <h1>{title}</h1>
      <p className={lesson.summary}>{summary}</p>
      <p className={lesson.aim}>
        <Rich text={words.whatFor({ aim })} tags={{ b: bold }} />
      </p>
    </header>
  );
}

/** What the learner can do after a way to learn, and the mark that it is done. */
export function ModeFoot({ mode, after }: ModeFacts) {
  return (
    <div className={styles.foot}>
      <p className={lesson.aim}>
        <Rich text={words.afterThis({ after })} tags={{ b: bold }} />
      </p>
      <ModeDone mode={mode} />
    </div>
  );
}
