import words from '@/words/lesson-task';
import styles from '../Lesson.module.css';
import { TaskCard } from '../later';

/**
 * A trace as an exercise in a lesson: about a value of the chosen image, checked by computing it.
 */
export function TraceTask({ of }: { readonly of: string }) {
  return (
    <section className={styles.task} aria-labelledby="trace-task" data-screen>
      <h2 id="trace-task">{words.title()}</h2>
      <TaskCard of={of} />
      <noscript>
        <p>{words.noScript()}</p>
      </noscript>
    </section>
  );
}
