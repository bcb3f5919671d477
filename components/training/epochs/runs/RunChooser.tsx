import { Radios } from '@/components/controls/Radios';
import { useClassWord, useDataSet } from '@/components/state/hooks';
import { settingsLine } from '@/components/training/train/settings/setting-words';
import { formatCount } from '@/lib/format/format';
import type { RunName } from '@/lib/network/handle';
import words from '@/words/run-files';
import styles from '../Epochs.module.css';
import type { MeasuredRun, Runs } from './use-runs';

function runWords({ title, settings, epochs }: MeasuredRun, names: readonly string[]): string {
  const trained = epochs.filter(({ epoch }) => epoch > 0).length;
  const last = epochs[epochs.length - 1]?.epoch ?? 0;
  return words.shown({
    title,
    partly: last < settings.epochs ? 'yes' : 'no',
    trained: formatCount(trained),
    epochs: settings.epochs,
    settings: settingsLine(settings, names),
  });
}

interface Props {
  readonly runs: Runs;
  readonly shown: MeasuredRun | null;
  /** Whether a textbook's trace is shown too. */
  readonly besideTextbook: boolean;
  onChoose(name: RunName): void;
}

/** The measured run, in words, and the choice where there are several. */
export function RunChooser({ runs, shown, besideTextbook, onChoose }: Props) {
  // Without the images it was trained on, no run of one's own can be begun here.
  const { classes, images } = useDataSet();
  const names = classes.map(useClassWord());
  return (
    <div className={styles.chooser}>
      {runs.all.length > 1 && (
        <Radios
          legend={<legend>{words.beside({ textbook: besideTextbook ? 'yes' : 'no' })}</legend>}
          name="run"
          options={runs.all.map(({ name, title }) => ({ value: name, words: title }))}
          chosen={shown?.name ?? null}
          onChoose={onChoose}
        />
      )}
      <p className={styles.which} role="status">
        {shown ? runWords(shown, names) : (runs.sentence ?? (runs.waiting ? words.loading() : ''))}
        {images && !runs.all.some(({ name }) => name === 'own') && ` ${words.trainIt()}`}
      </p>
    </div>
  );
}
