import { Field } from '@/components/controls/Field';
import type { SettingsProblems, SettingsText } from '@/lib/run/settings';
import type { FieldWords } from './number-fields';
import styles from './Settings.module.css';

/** The props of every field: the current settings, and a callback for changes. */
export interface FieldProps {
  readonly text: SettingsText;
  readonly problems: SettingsProblems;
  onChange(text: SettingsText): void;
}

/** Fields for numbers. */
export function NumberFields({
  fields,
  text,
  problems,
  onChange,
}: FieldProps & { fields: readonly FieldWords[] }) {
  return fields.map(({ name, label, hint, mode }) => (
    <Field key={name} label={label} hint={hint} problem={problems[name]}>
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
    </Field>
  ));
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly words: Readonly<Record<T, string>>;
  readonly hints: Readonly<Record<T, string>>;
  readonly options: readonly T[];
  onChoose(value: T): void;
}

/** One of several named options; the hint is that of the chosen one. */
export function ChoiceField<T extends string>({
  label,
  value,
  words,
  hints,
  options,
  onChoose,
}: ChoiceProps<T>) {
  return (
    <Field label={label} hint={hints[value]}>
      {(ties) => (
        <select
          {...ties}
          value={value}
          onChange={({ currentTarget }) => {
            const chosen = options.find((name) => name === currentTarget.value);
            if (chosen) onChoose(chosen);
          }}
        >
          {options.map((name) => (
            <option key={name} value={name}>
              {words[name]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface CheckProps {
  readonly label: string;
  readonly hint: string;
  readonly checked: boolean;
  onCheck(checked: boolean): void;
}

/** A setting that is on or off. */
export function CheckField({ label, hint, checked, onCheck }: CheckProps) {
  return (
    <Field label={label} hint={hint}>
      {(ties) => (
        <span className={styles.check}>
          <input
            {...ties}
            type="checkbox"
            checked={checked}
            onChange={({ currentTarget }) => onCheck(currentTarget.checked)}
          />
        </span>
      )}
    </Field>
  );
}
