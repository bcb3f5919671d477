import { asCsv, asJson } from '@/lib/experiment/export';
import type { Experiment } from '@/lib/experiment/plan';
import { saveFile } from '@/lib/site/save-file';
import { experimenting } from '@/lib/state/experiment';
import styles from './Experiment.module.css';

/** What can be done with a finished experiment. */
export function ResultTools({ experiment }: { readonly experiment: Experiment }) {
  const save = (extension: string, text: string) =>
    saveFile(`experiment-${experiment.plan.factor}.${extension}`, new TextEncoder().encode(text));
  return (
    <p className={styles.buttons}>
      <button type="button" className="button-quiet" onClick={() => save('csv', asCsv(experiment))}>
        Save as CSV
      </button>
      <button type="button" className="button-quiet" onClick={() => save('json', asJson(experiment))}>
        Save as JSON
      </button>
      <button
        type="button"
        className="button-quiet"
        onClick={() => {
          if (window.confirm('Delete this experiment and its figures?'))
            void experimenting.remove(experiment.begunAt);
        }}
      >
        Delete
      </button>
    </p>
  );
}
