import { useState } from 'react';
import { CLASSES } from '@/lib/course/reference';
import { classWord } from '@/lib/network/class-words';
import { INITIALISATIONS, SCHEDULES } from '@/lib/run/settings';
import words from '@/words/settings-form';
import { CheckField, ChoiceField, type FieldProps, NumberFields } from './Fields';
import { AGAINST_OVERFITTING, AUGMENTATION, DATA } from './number-fields';
import styles from './Settings.module.css';
import { INITIALISATION_HINT, INITIALISATION_WORD, SCHEDULE_HINT, SCHEDULE_WORD } from './setting-words';

const NONE = 'none';
const LEFT_OUT_WORD: Readonly<Record<string, string>> = {
  none: words.none(),
  ...Object.fromEntries(CLASSES.map((name) => [name, classWord(name)])),
};
const LEFT_OUT_HINT: Readonly<Record<string, string>> = {
  none: words.allTaught(),
  ...Object.fromEntries(CLASSES.map((name) => [name, words.neverMet()])),
};

/** The settings that one needs later. A problem with one of them opens them, and its end does not close them. */
export function MoreSettings({ text, problems, onChange }: FieldProps) {
  const [opened, setOpened] = useState(false);
  const fields = { text, problems, onChange };
  const hidden = [...AUGMENTATION, ...AGAINST_OVERFITTING, ...DATA];
  const troubled = hidden.some(({ name }) => problems[name] !== undefined);
  return (
    <details
      className={styles.more}
      open={opened || troubled}
      onToggle={({ currentTarget }) => setOpened(currentTarget.open)}
    >
      <summary>{words.more()}</summary>
      <div className={styles.grid}>
        <ChoiceField
          label={words.schedule()}
          value={text.schedule}
          words={SCHEDULE_WORD}
          hints={SCHEDULE_HINT}
          options={SCHEDULES}
          onChoose={(schedule) => onChange({ ...text, schedule })}
        />
        <ChoiceField
          label={words.firstWeights()}
          value={text.initialisation}
          words={INITIALISATION_WORD}
          hints={INITIALISATION_HINT}
          options={INITIALISATIONS}
          onChoose={(initialisation) => onChange({ ...text, initialisation })}
        />
        <ChoiceField
          label={words.leaveOut()}
          value={text.leftOut === null ? NONE : CLASSES[text.leftOut]}
          words={LEFT_OUT_WORD}
          hints={LEFT_OUT_HINT}
          options={[NONE, ...CLASSES]}
          onChoose={(name) => onChange({ ...text, leftOut: name === NONE ? null : CLASSES.indexOf(name) })}
        />
        <CheckField
          label={words.shuffle()}
          hint={words.shuffleHint()}
          checked={text.shuffle}
          onCheck={(shuffle) => onChange({ ...text, shuffle })}
        />
        <CheckField
          label={words.mirror()}
          hint={words.mirrorHint()}
          checked={text.mirror}
          onCheck={(mirror) => onChange({ ...text, mirror })}
        />
        <NumberFields fields={hidden} {...fields} />
      </div>
    </details>
  );
}
