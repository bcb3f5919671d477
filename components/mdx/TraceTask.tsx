import { TaskLoader } from './TaskLoader';
import styles from './TraceTask.module.css';

/** A trace for the learner to do, at the end of a lesson: about a value of the chosen picture, checked by computing it. */
export function TraceTask({ of }: { readonly of: string }) {
  return (
    <section className={styles.task} aria-labelledby="trace-task">
      <h2 id="trace-task">Trace it yourself</h2>
      <TaskLoader of={of} />
      <noscript>
        <p>This needs JavaScript: it is about numbers that are computed in your browser.</p>
      </noscript>
    </section>
  );
}
