import styles from '@/components/lesson/LessonHead.module.css';
import { ModeDone } from './ModeDone';
import type { ModeFacts } from './modes';

/** What a way to learn is for, how long it takes, and what one can do after it. */
export function ModeHead({ mode, title, minutes, summary, aim, after }: ModeFacts) {
  return (
    <header className={styles.head}>
      <p className={styles.place}>
        A way to learn · <span className="number">{minutes}</span> minutes
      </p>
      <h1>{title}</h1>
      <p className={styles.summary}>{summary}</p>
      <p className={styles.aim}>
        <b>What for:</b> {aim}
      </p>
      <div className={styles.foot}>
        <p className={styles.aim}>
          <b>After this</b> you can {after}
        </p>
        <ModeDone mode={mode} />
      </div>
    </header>
  );
}
