import { ChosenImage } from '@/components/images/ChosenImage';
import { bold, number, Rich } from '@/components/site/Rich';
import { WalkLine } from '@/components/site/walk/WalkLine';
import words from '@/words/lesson';
import styles from './LessonHead.module.css';
import { LESSON_STAGES, type LessonFacts } from './lessons';

/** The topic of a lesson, its duration, its aim, and the image that it uses. */
export function LessonHead({ stage, title, minutes, onWalk, summary, aim }: LessonFacts) {
  return (
    <header className={styles.head}>
      <div className={styles.places}>
        <p className={styles.place}>
          <Rich
            text={words.place({
              number: LESSON_STAGES.indexOf(stage) + 1,
              count: LESSON_STAGES.length,
              stage,
              minutes,
            })}
            tags={{ n: number }}
          />
        </p>
        {onWalk !== null && <WalkLine page={`/stages/${stage}/`} />}
      </div>
      <h1>{title}</h1>
      <p className={styles.summary}>{summary}</p>
      <div className={styles.foot}>
        <p className={styles.aim}>
          <Rich text={words.after({ aim: aim.charAt(0).toLowerCase() + aim.slice(1) })} tags={{ b: bold }} />
        </p>
        <ChosenImage />
      </div>
    </header>
  );
}
