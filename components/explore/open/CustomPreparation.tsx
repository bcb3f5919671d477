import { Field } from '@/components/controls/Field';
import { type CustomText, readDeviations, readMeans } from '@/lib/interchange/custom-preparation';
import type { Result } from '@/lib/result';
import words from '@/words/open-network';
import styles from './Open.module.css';
import { Prediction } from './Prediction';

interface Props {
  /** The group of radio buttons that its own belongs to. */
  readonly group: string;
  readonly channels: number;
  readonly isChosen: boolean;
  readonly text: CustomText;
  /** Undefined while it is being computed. */
  readonly predicted: Result<Float32Array> | undefined;
  readonly classes: readonly string[];
  onChoose(): void;
  onType(text: CustomText): void;
}

/** A way of preparing images with means and deviations that one enters; its fields are there once it is chosen. */
export function CustomPreparation(props: Props) {
  const { group, channels, isChosen, text, predicted, classes, onChoose, onType } = props;
  const means = readMeans(text, channels);
  const deviations = readDeviations(text, channels);
  return (
    <div>
      <label className={styles.way}>
        <input type="radio" name={group} checked={isChosen} onChange={onChoose} />
        <span className={styles.how}>
          <b>{words.custom()}</b>
          <span>{words.customHow()}</span>
        </span>
        {isChosen && means.ok && deviations.ok && <Prediction predicted={predicted} classes={classes} />}
      </label>
      {isChosen && (
        <div className={styles.numbers}>
          <Field
            label={words.means({ channels })}
            hint={words.customHint({ channels })}
            problem={means.ok ? undefined : means.problem.sentence}
          >
            {(ties) => (
              <input
                {...ties}
                autoComplete="off"
                value={text.means}
                onChange={(event) => onType({ ...text, means: event.target.value })}
              />
            )}
          </Field>
          <Field
            label={words.deviations({ channels })}
            hint={words.customHint({ channels })}
            problem={deviations.ok ? undefined : deviations.problem.sentence}
          >
            {(ties) => (
              <input
                {...ties}
                autoComplete="off"
                value={text.deviations}
                onChange={(event) => onType({ ...text, deviations: event.target.value })}
              />
            )}
          </Field>
        </div>
      )}
    </div>
  );
}
