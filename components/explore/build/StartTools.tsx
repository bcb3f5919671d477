'use client';

import { useId, useState } from 'react';
import { useSubject } from '@/components/state/hooks';
import type { Architecture } from '@/lib/network/architecture';
import { draftOf } from '@/lib/network/edit/draft';
import { CLASS_SETS, PRESETS, type PresetName } from '@/lib/shelf/presets';
import { titleOf } from '@/lib/shelf/titles';
import { edit } from '@/lib/store/explore/build';
import { notices } from '@/lib/store/page/notices';
import words from '@/words/build';
import styles from './Build.module.css';
import { OwnClasses } from './OwnClasses';

const NAMES: readonly PresetName[] = ['reference', 'lenet', 'tinyVgg', 'photographs', 'bad'];
const SETS = ['drawings', 'digits'] as const;

/** What a network that begins so is called: the two of the shelf are there under their names already. */
const NAMED: Readonly<Record<PresetName, () => string>> = {
  ...words,
  reference: words.mine,
  photographs: words.mine,
};

type Start = PresetName | 'shown';

interface Props {
  readonly architecture: Architecture;
  announce(message: string): void;
  /** Null: there is nothing to undo, or to redo. */
  readonly onUndo: (() => void) | null;
  readonly onRedo: (() => void) | null;
}

/** What the network begins with, its name and its classes, and the way back. */
export function StartTools({ architecture, announce, onUndo, onRedo }: Props) {
  return (
    <div className={styles.tools}>
      <StartFrom announce={announce} />
      <NameField name={architecture.name} />
      <ClassChoice classes={architecture.classes} />
      <p className={`button-row ${styles.steps}`}>
        <button type="button" className="button-quiet" aria-disabled={!onUndo} onClick={() => onUndo?.()}>
          {words.undo()}
        </button>
        <button type="button" className="button-quiet" aria-disabled={!onRedo} onClick={() => onRedo?.()}>
          {words.redo()}
        </button>
      </p>
    </div>
  );
}

function StartFrom({ announce }: Pick<Props, 'announce'>) {
  const id = useId();
  const shown = useSubject(({ subject }) => subject.architecture);
  const title = useSubject(({ subject }) => titleOf(subject));
  const [chosen, setChosen] = useState<Start>('reference');
  const start = () => {
    const architecture = chosen === 'shown' ? shown : PRESETS[chosen];
    const draft = draftOf(architecture);
    if (!draft.ok) return notices.getState().notify(draft.problem.sentence);
    const isShown = chosen === 'shown';
    const name = isShown ? title : NAMED[chosen]();
    edit({ type: 'replace', architecture: { ...architecture, name } });
    announce(words.started({ name: isShown ? name : words[chosen]() }));
  };
  return (
    <div className={styles.from}>
      <label htmlFor={id}>{words.from()}</label>
      <span className={styles.pair}>
        <select
          id={id}
          aria-describedby={`${id}-how`}
          value={chosen}
          onChange={({ currentTarget: { value } }) =>
            setChosen(NAMES.find((name) => name === value) ?? 'shown')
          }
        >
          {NAMES.map((name) => (
            <option key={name} value={name}>
              {words[name]()}
            </option>
          ))}
          <option value="shown">{words.shown({ name: title })}</option>
        </select>
        <button type="button" className="button-quiet" onClick={start}>
          {words.start()}
        </button>
      </span>
      <p id={`${id}-how`} className={styles.how}>
        {words[`${chosen}How`]()}
      </p>
    </div>
  );
}

function NameField({ name }: { readonly name: string }) {
  const id = useId();
  const isEmpty = name.trim() === '';
  return (
    <div className={styles.named}>
      <label htmlFor={id}>{words.name()}</label>
      <input
        id={id}
        value={name}
        maxLength={80}
        autoComplete="off"
        aria-invalid={isEmpty}
        aria-describedby={`${id}-problem`}
        onChange={({ currentTarget: { value } }) => edit({ type: 'rename', name: value }, 'name')}
      />
      <p id={`${id}-problem`} className={styles.problem}>
        {isEmpty && words.noName()}
      </p>
    </div>
  );
}

function ClassChoice({ classes }: Pick<Architecture, 'classes'>) {
  const id = useId();
  const known = SETS.find((name) => CLASS_SETS[name].join('\n') === classes.join('\n'));
  return (
    <div>
      <label htmlFor={id}>{words.classes()}</label>
      <select
        id={id}
        value={known ?? 'own'}
        onChange={({ currentTarget: { value } }) => {
          const set = SETS.find((name) => name === value);
          if (set) edit({ type: 'classes', classes: CLASS_SETS[set] });
        }}
      >
        {SETS.map((name) => (
          <option key={name} value={name}>
            {words[name]()}
          </option>
        ))}
        {!known && <option value="own">{words.otherClasses({ count: classes.length })}</option>}
      </select>
      <OwnClasses classes={classes} />
    </div>
  );
}
