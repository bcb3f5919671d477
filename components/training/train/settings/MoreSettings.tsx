import dynamic from 'next/dynamic';
import { useState } from 'react';
import { again } from '@/components/parts/again';
import { useClassWord, useDataSet, usePipeline, useSubject } from '@/components/state/hooks';
import type { ClassNaming } from '@/lib/network/class-words';
import {
  DRAWN_INITIALISATIONS,
  INITIALISATIONS,
  readSettings,
  SCHEDULES,
  type SettingsText,
  trainedOn,
} from '@/lib/run/settings';
import preview from '@/words/augmentation-preview';
import words from '@/words/settings-form';
import { CheckField, ChoiceField, type FieldProps, NumberFields } from './Fields';
import { AGAINST_OVERFITTING, AUGMENTATION, dataFields, STOPPING } from './number-fields';
import styles from './Settings.module.css';
import { INITIALISATION_HINT, INITIALISATION_WORD, SCHEDULE_HINT, SCHEDULE_WORD } from './setting-words';

const AugmentationPreview = dynamic(
  again(() => import('./AugmentationPreview').then((module) => module.AugmentationPreview)),
);

const NONE = 'none';

/** The name and the effect of each choice of a class to leave out. */
const leftOutWords = (
  classes: readonly string[],
  classWord: ClassNaming,
): Readonly<Record<string, string>> => ({
  none: words.none(),
  ...Object.fromEntries(classes.map((name) => [name, classWord(name)])),
});
const leftOutHints = (classes: readonly string[]): Readonly<Record<string, string>> => ({
  none: words.noneLeftOut(),
  ...Object.fromEntries(classes.map((name) => [name, words.neverMet()])),
});

/** The advanced settings. A problem in one of them opens them; they stay open after it is solved. */
export function MoreSettings({ text, problems, onChange }: FieldProps) {
  const dataSet = useDataSet();
  const { classes } = dataSet;
  const classWord = useClassWord();
  const isOpened = useSubject(
    ({ subject }) => typeof subject.weights === 'object' || subject.brought !== undefined,
  );
  const [opened, setOpened] = useState(false);
  const fields = { text, problems, onChange };
  const hidden = [...STOPPING, ...AUGMENTATION, ...AGAINST_OVERFITTING, ...dataFields(dataSet)];
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
          label={words.initialWeights()}
          value={text.initialisation}
          words={INITIALISATION_WORD}
          hints={INITIALISATION_HINT}
          options={isOpened ? INITIALISATIONS : DRAWN_INITIALISATIONS}
          onChoose={(initialisation) => onChange({ ...text, initialisation })}
        />
        <ChoiceField
          label={words.leaveOut()}
          value={text.leftOut === null ? NONE : classes[text.leftOut]}
          words={leftOutWords(classes, classWord)}
          hints={leftOutHints(classes)}
          options={[NONE, ...classes]}
          onChoose={(name) => onChange({ ...text, leftOut: name === NONE ? null : classes.indexOf(name) })}
        />
        <CheckField
          label={words.shuffle()}
          hint={words.shuffleHint()}
          checked={text.shuffle}
          onCheck={(shuffle) => onChange({ ...text, shuffle })}
        />
        <CheckField
          label={words.balance()}
          hint={words.balanceHint()}
          checked={text.balance}
          onCheck={(balance) => onChange({ ...text, balance })}
        />
        <CheckField
          label={words.mirror()}
          hint={words.mirrorHint()}
          checked={text.mirror}
          onCheck={(mirror) => onChange({ ...text, mirror })}
        />
        <NumberFields fields={hidden} {...fields} />
      </div>
      <PreviewPart text={text} />
      <FrozenField text={text} onChange={onChange} />
    </details>
  );
}

/** Which layers' weights stay as they are. A layer without weights has nothing to freeze. */
function FrozenField({ text, onChange }: Pick<FieldProps, 'text' | 'onChange'>) {
  const { stages } = usePipeline();
  const learning = stages.filter(({ weights }) => weights !== null);
  // The settings may come from a network with other layers.
  const frozen = learning.map(({ id }) => id).filter((id) => text.frozen.includes(id));
  const freeze = (id: string, still: boolean) =>
    onChange({
      ...text,
      frozen: learning.flatMap((stage) => {
        const stays = stage.id === id ? still : frozen.includes(stage.id);
        return stays ? [stage.id] : [];
      }),
    });
  return (
    <fieldset className={styles.frozen}>
      <legend>{words.frozen()}</legend>
      <div className={styles.layers}>
        {learning.map((stage) => (
          <label key={stage.id}>
            <input
              type="checkbox"
              checked={frozen.includes(stage.id)}
              onChange={({ currentTarget }) => freeze(stage.id, currentTarget.checked)}
            />
            {stage.title}
          </label>
        ))}
      </div>
      <p className={styles.hint}>{words.frozenHint()}</p>
    </fieldset>
  );
}

/** Shows on request what the augmentation does to some of the set's own images; nothing where none is set. */
function PreviewPart({ text }: { readonly text: SettingsText }) {
  const dataSet = useDataSet();
  const [open, setOpen] = useState(false);
  const { settings } = readSettings(text, trainedOn(dataSet));
  if (!settings?.mirror && !settings?.shift && !settings?.jitter) return null;
  return (
    <div className={styles.preview}>
      <button
        type="button"
        className="button-quiet"
        aria-expanded={open}
        onClick={() => setOpen((shown) => !shown)}
      >
        {open ? preview.hide() : preview.show()}
      </button>
      {open && <AugmentationPreview settings={settings} />}
    </div>
  );
}
