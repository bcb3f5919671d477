import styles from '@/components/lesson/LessonHead.module.css';
import { bold, number, Rich } from '@/components/site/Rich';
import words from '@/words/modes';
import { ModeDone } from './ModeDone';
import type { ModeFacts } from './modes';

/** The purpose of a way to learn, its duration, and what the learner can do after it. */
export function ModeHead({ mode, title, minutes, summary, aim, after }: ModeFacts) {
  return (
    <header className={styles.head}>
      <p className={styles.place}>
        <Rich text={words.head({ minutes })} tags={{ n: number }} />
      </p>
      <h1>{title}</h1>
      <p className={styles.summary}>{summary}</p>
      <p className={styles.aim}>
        <Rich text={words.whatFor({ aim })} tags={{ b: bold }} />
      </p>
      <div className={styles.foot}>
        <p className={styles.aim}>
          <Rich text={words.afterThis({ after })} tags={{ b: bold }} />
        </p>
        <ModeDone mode={mode} />
      </div>
    </header>
  );
}
