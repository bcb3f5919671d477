'use client';

import { Field } from '@/components/controls/Field';
import { type ArchitectureText, fieldsOf, type LayerField } from '@/lib/challenges/architecture-text';
import type { Architecture } from '@/lib/network/architecture';
import words from '@/words/architecture-form';
import styles from './Fields.module.css';

interface Props {
  readonly base: Architecture;
  readonly text: ArchitectureText;
  /** One sentence for each invalid field, by its key. */
  readonly problems: Readonly<Record<string, string>>;
  readonly locked?: boolean;
  onChange(text: ArchitectureText): void;
}

/** The settings of all layers, one row per layer. The layers themselves are fixed. */
export function ArchitectureForm({ base, text, problems, locked = false, onChange }: Props) {
  return (
    <fieldset disabled={locked}>
      <legend className="visually-hidden">{words.layers()}</legend>
      <ol className={styles.layers}>
        {base.layers.map((layer) => (
          <li key={layer.id}>
            <b>{layer.id}</b>
            <div className={styles.settings}>
              {fieldsOf(layer).map((field) => (
                <Setting
                  key={field.key}
                  field={field}
                  value={text[field.key] ?? ''}
                  problem={problems[field.key]}
                  onChange={(value) => onChange({ ...text, [field.key]: value })}
                />
              ))}
              {fieldsOf(layer).length === 0 && <span className="label">{words.nothing()}</span>}
            </div>
          </li>
        ))}
      </ol>
    </fieldset>
  );
}

interface SettingProps {
  readonly field: LayerField;
  readonly value: string;
  readonly problem: string | undefined;
  onChange(value: string): void;
}

function Setting({ field, value, problem, onChange }: SettingProps) {
  const setting = words[field.name]();
  const label = words.settingOf({ setting, layer: field.layer });
  return (
    <Field label={setting} hint="" problem={problem}>
      {(ties) =>
        field.options.length > 0 ? (
          <select
            {...ties}
            aria-label={label}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
          >
            {field.options.map((option) => (
              <option key={option}>{option}</option>
            ))}
          </select>
        ) : (
          <input
            {...ties}
            aria-label={label}
            inputMode={field.form === 'sides' ? 'text' : 'numeric'}
            autoComplete="off"
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        )
      }
    </Field>
  );
}
