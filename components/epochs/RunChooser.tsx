import { settingsLine } from '@/components/train/setting-words';
import { formatCount } from '@/lib/format/format';
import styles from './Epochs.module.css';
import type { MeasuredRun, RunName, Runs } from './use-runs';

const WORD: Readonly<Record<RunName, string>> = {
  own: 'Your own run',
  shipped: 'The run that comes with this site',
};

function runWords({ name, settings, epochs }: MeasuredRun): string {
  const trained = epochs.filter(({ epoch }) => epoch > 0).length;
  const far =
    trained < settings.epochs ? `${formatCount(trained)} of ${settings.epochs} epochs so far; ` : '';
  return `${WORD[name]}, measured: ${far}${settingsLine(settings)}.`;
}

interface Props {
  readonly runs: Runs;
  readonly shown: MeasuredRun | null;
  onChoose(name: RunName): void;
}

/** Which measured run stands beside the textbook, in words, and the choice where there are two. */
export function RunChooser({ runs, shown, onChoose }: Props) {
  const both = runs.own !== null && runs.shipped !== null;
  return (
    <div className={styles.chooser}>
      {both && (
        <fieldset className={styles.runs}>
          <legend>Beside the textbook</legend>
          {(['own', 'shipped'] as const).map((name) => (
            <label key={name}>
              <input type="radio" name="run" checked={shown?.name === name} onChange={() => onChoose(name)} />
              <span>{WORD[name]}</span>
            </label>
          ))}
        </fieldset>
      )}
      <p className={styles.which} role="status">
        {shown ? runWords(shown) : (runs.sentence ?? (runs.waiting ? 'The measured run is on its way.' : ''))}
        {!runs.own && ' Train the network and your own run stands here.'}
      </p>
    </div>
  );
}
