'use client';

import { useMemo, useState } from 'react';
import type { ClassOfEach, EpochRecord, TrainingSettings } from '@/lib/engine/protocol';
import { CLASSES } from '@/lib/pipeline/architecture';
import { type Changes, changesOf, confusionOf } from '@/lib/run/confusion';
import { type Cell, Confusion } from './Confusion';
import styles from './Detail.module.css';
import { PicturesBehind } from './PicturesBehind';

type Which = keyof ClassOfEach;
const WORD: Readonly<Record<Which, string>> = { heldOut: 'held-out', training: 'training' };

/** Pictures that are looked at: of a cell of the matrix, or those that changed their answer. */
interface Opened {
  readonly title: string;
  readonly indices: readonly number[];
  readonly cell: Cell | null;
}

interface AnswersProps {
  readonly record: EpochRecord;
  readonly before: EpochRecord | null;
  readonly labels: ClassOfEach;
  readonly settings: TrainingSettings;
}

/** What an epoch answered, as a matrix whose cells show their pictures, and what changed since the epoch before. */
export function EpochAnswers({ record, before, labels, settings }: AnswersProps) {
  const [which, setWhich] = useState<Which>('heldOut');
  const [opened, setOpened] = useState<Opened | null>(null);
  const answers = record.answers[which];
  const cells = useMemo(() => confusionOf(labels[which], answers, CLASSES.length), [labels, which, answers]);
  const changes = before && changesOf(labels[which], before.answers[which], answers);
  const openCell = (cell: Cell) => {
    const indices = cells[cell.right][cell.answered];
    const words = `${CLASSES[cell.right]} answered as ${CLASSES[cell.answered]}`;
    setOpened({ cell, indices, title: `${indices.length} ${words}` });
  };
  return (
    <section className={styles.detail} aria-labelledby="answers">
      <div className={styles.head}>
        <h2 id="answers">What epoch {record.epoch} answered</h2>
        <fieldset className={styles.which}>
          <legend className="visually-hidden">Which pictures</legend>
          {(['heldOut', 'training'] as const).map((name) => (
            <label key={name}>
              <input
                type="radio"
                name="which"
                checked={which === name}
                onChange={() => {
                  setWhich(name);
                  setOpened(null);
                }}
              />
              {WORD[name]} pictures
            </label>
          ))}
        </fieldset>
      </div>
      <Confusion
        cells={cells}
        caption={`${answers.length} ${WORD[which]} pictures.`}
        chosen={opened?.cell ?? null}
        onChoose={openCell}
      />
      {changes && (
        <Changed changes={changes} onOpen={(title, indices) => setOpened({ title, indices, cell: null })} />
      )}
      {opened && (
        <PicturesBehind
          which={which}
          settings={settings}
          indices={opened.indices}
          answers={answers}
          title={opened.title}
        />
      )}
    </section>
  );
}

const CHANGES: readonly { readonly name: keyof Changes; readonly words: string }[] = [
  { name: 'gained', words: 'wrong before, right now' },
  { name: 'lost', words: 'right before, wrong now' },
  { name: 'other', words: 'wrong before and now, in another way' },
];

interface ChangedProps {
  readonly changes: Changes;
  onOpen(title: string, indices: readonly number[]): void;
}

function Changed({ changes, onOpen }: ChangedProps) {
  return (
    <p className={styles.changed}>
      Since the epoch before:{' '}
      {CHANGES.map(({ name, words }) => {
        const { length } = changes[name];
        return (
          <button
            key={name}
            type="button"
            className="button-quiet"
            disabled={length === 0}
            onClick={() => onOpen(`${length} ${words}`, changes[name])}
          >
            <span className="number">{length}</span> {words}
          </button>
        );
      })}
    </p>
  );
}
