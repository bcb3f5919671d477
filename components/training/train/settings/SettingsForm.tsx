'use client';

import type { RefObject } from 'react';
import { memo } from 'react';
import { useDataSet } from '@/components/state/hooks';
import { OPTIMIZERS, type SettingsProblems, type SettingsText } from '@/lib/run/settings';
import words from '@/words/settings-form';
import { ChoiceField, NumberFields } from './Fields';
import { MoreSettings } from './MoreSettings';
import { basicFields } from './number-fields';
import styles from './Settings.module.css';
import { OPTIMIZER_HINT, OPTIMIZER_WORD } from './setting-words';

interface Props {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly text: SettingsText;
  readonly problems: SettingsProblems;
  /** While a run is under way its settings are fixed. */
  readonly locked: boolean;
  onChange(text: SettingsText): void;
  onSubmit(): void;
}

export const SettingsForm = memo(function SettingsForm({
  form,
  text,
  problems,
  locked,
  onChange,
  onSubmit,
}: Props) {
  const dataSet = useDataSet();
  const fields = { text, problems, onChange };
  return (
    <form
      ref={form}
      id="settings"
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <h2 className={styles.heading}>{words.heading()}</h2>
      <p className={styles.lock}>{locked ? words.locked() : words.open()}</p>
      <fieldset disabled={locked}>
        <legend className="visually-hidden">{words.ofTheRun()}</legend>
        <div className={styles.grid}>
          <ChoiceField
            label={words.optimizer()}
            value={text.optimizer}
            words={OPTIMIZER_WORD}
            hints={OPTIMIZER_HINT}
            options={OPTIMIZERS}
            onChoose={(optimizer) => onChange({ ...text, optimizer })}
          />
          <NumberFields fields={basicFields(dataSet)} {...fields} />
        </div>
        <MoreSettings {...fields} />
      </fieldset>
      {/* Enter in a field starts the run, as the button above does. */}
      <button type="submit" className="visually-hidden" tabIndex={-1}>
        {words.start()}
      </button>
    </form>
  );
});
