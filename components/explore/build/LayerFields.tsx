'use client';

import { useId, useState } from 'react';
import { formatCount } from '@/lib/format/format';
import { type LayerSetting, settingsOf } from '@/lib/kinds/outside/builders';
import { LARGEST_COUNT, LARGEST_SIDE, type SettingForm } from '@/lib/kinds/parts/setting';
import type { Layer } from '@/lib/kinds/types';
import { edit } from '@/lib/store/explore/build';
import words from '@/words/layer-settings';
import styles from './Build.module.css';

/** What a typed field takes, in a sentence. */
const TAKES: Readonly<Record<Exclude<SettingForm, 'choice' | 'flag'>, (setting: string) => string>> = {
  count: (setting) => words.count({ setting, most: formatCount(LARGEST_COUNT) }),
  whole: (setting) => words.whole({ setting, most: formatCount(LARGEST_SIDE) }),
  share: (setting) => words.shareForm({ setting }),
  positive: (setting) => words.positive({ setting }),
  slope: (setting) => words.slopeForm({ setting }),
  sides: (setting) => words.sides({ setting, most: formatCount(LARGEST_SIDE) }),
  numbers: (setting) => words.numbers({ setting }),
};

/** The settings of a layer; what is typed takes effect as soon as it is valid. */
export function LayerFields({ layer, at }: { readonly layer: Layer; readonly at: number }) {
  return settingsOf(layer).map((setting) => (
    <SettingField
      key={setting.name}
      setting={setting}
      layer={layer.id}
      onChange={(next) => edit({ type: 'change', at, layer: next }, `${at}.${setting.name}`)}
    />
  ));
}

interface Props {
  readonly setting: LayerSetting;
  readonly layer: string;
  onChange(layer: Layer): void;
}

function SettingField({ setting, layer, onChange }: Props) {
  const name = words[setting.name]();
  const write = (text: string) => {
    const next = setting.write(text);
    if (next) onChange(next);
    return next !== null;
  };
  const label = words.of({ setting: name, layer });
  if (setting.form !== 'choice' && setting.form !== 'flag')
    return (
      <TypedField
        name={name}
        label={label}
        text={setting.text}
        isWide={setting.form === 'numbers'}
        takes={TAKES[setting.form](name)}
        note={setting.isInverting ? words.inverts() : ''}
        write={write}
      />
    );
  const { form } = setting;
  return (
    <label className={styles.field}>
      <span>{name}</span>
      <select
        aria-label={label}
        value={setting.text}
        onChange={({ currentTarget: { value } }) => void write(value)}
      >
        {setting.options.map((option) => (
          <option key={option} value={option}>
            {form === 'flag' ? (option === 'yes' ? words.yes() : words.no()) : option}
          </option>
        ))}
      </select>
    </label>
  );
}

interface TypedProps {
  readonly name: string;
  readonly label: string;
  /** The present value. */
  readonly text: string;
  /** What it takes, for when it is something else. */
  readonly takes: string;
  readonly isWide?: boolean;
  /** What the present value does, where one may not expect it. */
  readonly note?: string;
  /** Returns whether the text was taken. */
  write(text: string): boolean;
}

/** A typed setting. Anything invalid is reported and changes nothing; on leaving, the field shows the present value. */
export function TypedField({ name, label, text, takes, isWide = false, note = '', write }: TypedProps) {
  const problem = useId();
  const [typed, setTyped] = useState<{ readonly text: string; readonly taken: boolean } | null>(null);
  const isWrong = typed !== null && !typed.taken;
  const below = isWrong ? takes : note;
  return (
    <label className={styles.field} data-wide={isWide}>
      <span>{name}</span>
      <input
        aria-label={label}
        autoComplete="off"
        inputMode="text"
        value={typed?.text ?? text}
        aria-invalid={isWrong}
        aria-describedby={below ? problem : undefined}
        onChange={({ currentTarget: { value } }) => setTyped({ text: value, taken: write(value) })}
        onBlur={() => setTyped(null)}
      />
      {below && (
        <span id={problem} className={isWrong ? styles.problem : styles.how} role="status">
          {below}
        </span>
      )}
    </label>
  );
}
