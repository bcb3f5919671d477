import { ChosenPicture } from '@/components/pictures/ChosenPicture';
import { referencePipeline } from '@/lib/pipeline/reference';
import styles from './LessonHead.module.css';
import type { LessonFacts } from './lessons';

/** What a lesson is about, how long it takes, what one can do after it, and the picture it is told with. */
export function LessonHead({ stage, title, minutes, summary, aim }: LessonFacts) {
  const at = referencePipeline.stages.findIndex(({ id }) => id === stage);
  return (
    <header className={styles.head}>
      <p className={styles.place}>
        Stage <span className="number">{at + 1}</span> of{' '}
        <span className="number">{referencePipeline.stages.length}</span> · {stage} · {minutes} minutes
      </p>
      <h1>{title}</h1>
      <p className={styles.summary}>{summary}</p>
      <div className={styles.foot}>
        <p className={styles.aim}>
          <b>After this</b> you can: {aim.charAt(0).toLowerCase() + aim.slice(1)}
        </p>
        <ChosenPicture />
      </div>
    </header>
  );
}
