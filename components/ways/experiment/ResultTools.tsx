import { asCsv, asJson } from '@/lib/experiment/export';
import type { Experiment } from '@/lib/experiment/plan';
import { saveFile } from '@/lib/site/save-file';
import { experimenting } from '@/lib/state/experiment';
import words from '@/words/experiment';
import styles from './Experiment.module.css';

/** What can be done with a finished experiment. */
export function ResultTools({ experiment }: { readonly experiment: Experiment }) {
  const save = (extension: string, text: string) =>
    saveFile(`experiment-${experiment.plan.factor}.${extension}`, new TextEncoder().encode(text));
  return (
    <p className={`button-row ${styles.buttons}`}>
      <button type="button" className="button-quiet" onClick={() => save('csv', asCsv(experiment))}>
        {words.saveCsv()}
      </button>
      <button type="button" className="button-quiet" onClick={() => save('json', asJson(experiment))}>
        {words.saveJson()}
      </button>
      <button
        type="button"
        className="button-quiet"
        onClick={() => {
          if (window.confirm(words.deleteSure())) void experimenting.remove(experiment.begunAt);
        }}
      >
        {words.delete()}
      </button>
    </p>
  );
}
