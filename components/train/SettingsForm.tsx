'use client';

import type { RefObject } from 'react';
import { TRAINING_COUNT } from '@/lib/data/picture-sets';
import { formatCount } from '@/lib/format/format';
import { OPTIMIZERS, type SettingsProblems, type SettingsText } from '@/lib/run/settings';
import { SettingField } from './SettingField';
import styles from './Settings.module.css';
import { OPTIMIZER_HINT, OPTIMIZER_WORD } from './setting-words';

type TypedField = Exclude<keyof SettingsText, 'optimizer'>;

const FIELDS: readonly { name: TypedField; label: string; hint: string; mode: 'decimal' | 'numeric' }[] = [
  {
    name: 'learningRate',
    label: 'Learning rate',
    hint: 'How far a step goes. Too large overshoots.',
    mode: 'decimal',
  },
  {
    name: 'batchSize',
    label: 'Batch size',
    hint: `Pictures a step, of ${formatCount(TRAINING_COUNT)}. Few make it noisy.`,
    mode: 'numeric',
  },
  { name: 'epochs', label: 'Epochs', hint: 'How often each picture is met.', mode: 'numeric' },
  {
    name: 'seed',
    label: 'Seed',
    hint: 'The same seed repeats a run: weights and order.',
    mode: 'numeric',
  },
];

interface Props {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly text: SettingsText;
  readonly problems: SettingsProblems;
  /** While a run is under way its settings stand. */
  readonly locked: boolean;
  onChange(text: SettingsText): void;
  onSubmit(): void;
}

export function SettingsForm({ form, text, problems, locked, onChange, onSubmit }: Props) {
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
      <h2 className={styles.heading}>Settings</h2>
      <p className={styles.lock}>
        {locked
          ? 'They stand while a run is under way. Stop it to change them.'
          : 'They hold for the next run.'}
      </p>
      <fieldset className={styles.fields} disabled={locked}>
        <legend className="visually-hidden">Settings of the run</legend>
        <SettingField label="Optimizer" hint={OPTIMIZER_HINT[text.optimizer]}>
          {(ties) => (
            <select
              {...ties}
              value={text.optimizer}
              onChange={({ currentTarget }) => {
                const optimizer = OPTIMIZERS.find((name) => name === currentTarget.value);
                if (optimizer) onChange({ ...text, optimizer });
              }}
            >
              {OPTIMIZERS.map((name) => (
                <option key={name} value={name}>
                  {OPTIMIZER_WORD[name]}
                </option>
              ))}
            </select>
          )}
        </SettingField>
        {FIELDS.map(({ name, label, hint, mode }) => (
          <SettingField key={name} label={label} hint={hint} problem={problems[name]}>
            {(ties) => (
              <input
                {...ties}
                type="text"
                inputMode={mode}
                autoComplete="off"
                spellCheck={false}
                value={text[name]}
                onChange={({ currentTarget }) => onChange({ ...text, [name]: currentTarget.value })}
              />
            )}
          </SettingField>
        ))}
      </fieldset>
      {/* Enter in a field starts the run, as the button above does. */}
      <button type="submit" className="visually-hidden" tabIndex={-1}>
        Start with these settings
      </button>
    </form>
  );
}
