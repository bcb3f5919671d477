'use client';

import { useId } from 'react';
import { type ArchitectureText, fieldsOf, type LayerField } from '@/lib/challenges/architecture-text';
import type { Architecture } from '@/lib/network/architecture';
import words from '@/words/architecture-form';
import styles from './Fields.module.css';

interface Props {
  readonly base: Architecture;
  readonly text: ArchitectureText;
  /** One sentence for each field that can't be used, by its key. */
  readonly problems: Readonly<Record<string, string>>;
  readonly locked?: boolean;
  onChange(text: ArchitectureText): void;
}

/** The settings of all layers, one row a layer. Which layers there are stands. */
export function ArchitectureForm({ base, text, problems, locked = false, onChange }: Props) {
  return (
    <fieldset className={styles.layers} disabled={locked}>
      <legend className="visually-hidden">{words.layers()}</legend>
      <ol>
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
  const id = useId();
  const setting = words[field.name]();
  const ties = {
    id,
    value,
    'aria-label': words.settingOf({ setting, layer: field.layer }),
    'aria-invalid': problem !== undefined,
    'aria-describedby': `${id}-problem`,
  };
  return (
    <div className="field">
      <label htmlFor={id}>{setting}</label>
      {field.options ? (
        <select {...ties} onChange={(event) => onChange(event.currentTarget.value)}>
          {field.options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      ) : (
        <input
          {...ties}
          inputMode="numeric"
          autoComplete="off"
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
      <span id={`${id}-problem`} className={styles.problem}>
        {problem}
      </span>
    </div>
  );
}
