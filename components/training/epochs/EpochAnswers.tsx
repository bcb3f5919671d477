'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { FigureHead } from '@/components/controls/FigureHead';
import { Radios } from '@/components/controls/Radios';
import { number, Rich } from '@/components/site/Rich';
import { useClassWord, useDataSet, useSubject } from '@/components/state/hooks';
import { follow, followedFrom, forgetFollowed } from '@/components/training/clinic/followed';
import { formatCount } from '@/lib/format/format';
import { isOfSet } from '@/lib/network/reported';
import type { ClassOfEach, EpochRecord } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import { isStored } from '@/lib/network/subject';
import { type Changes, changesOf, confusionOf, countsOf } from '@/lib/run/confusion';
import { clinic, mendingOf } from '@/lib/store/explore/clinic';
import words from '@/words/epoch-detail';
import { type Cell, Confusion, cellWords } from './Confusion';
import styles from './Detail.module.css';
import { Clinic, ImagesBehind } from './ImagesBehind';

type Which = keyof ClassOfEach;
const WORD: Readonly<Record<Which, string>> = {
  heldOut: words.heldOutImages(),
  test: words.testImages(),
  training: words.trainingImages(),
};
const NONE: readonly number[] = [];

/** The displayed images: of a cell of the matrix, or those with a changed prediction. */
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

/**
 * An epoch's predictions, as a matrix whose cells show their images, and the changes since the epoch before.
 */
export function EpochAnswers({ record, before, labels, settings }: AnswersProps) {
  const dataSet = useDataSet();
  const { classes } = dataSet;
  const names = classes.map(useClassWord());
  const page = usePathname();
  const subject = useSubject((view) => view.subject.id);
  const { images } = dataSet;
  const { relabelled, added } = mendingOf(useStore(clinic), subject);
  const [followed, setFollowed] = useState(() => followedFrom(page, subject, record.epoch));
  useEffect(() => {
    if (followed) forgetFollowed();
  }, [followed]);
  const [which, setWhich] = useState<Which>(followed?.which ?? 'heldOut');
  const [opened, setOpened] = useState<Opened | null>(followed);
  const parts = (['heldOut', 'test', 'training'] as const).filter(
    // Of networks that come without their training images nothing is recorded of these.
    (part) => (record.answers[part]?.length ?? 0) > 0,
  );
  const answers = record.answers[which] ?? NONE;
  const actual = labels[which] ?? NONE;
  const cells = useMemo(() => confusionOf(actual, answers, classes.length), [actual, answers, classes]);
  const counts = useMemo(() => countsOf(cells), [cells]);
  const changes = before && changesOf(actual, before.answers[which] ?? NONE, answers);
  const openCell = (cell: Cell) => {
    const indices = cells[cell.right][cell.answered];
    setFollowed(null);
    setOpened({ cell, indices, title: cellWords(cell, indices.length, names) });
  };
  const open = (title: string, indices: readonly number[]) => {
    setFollowed(null);
    setOpened({ title, indices, cell: null });
  };
  return (
    <section className={styles.detail} aria-labelledby="answers">
      <FigureHead className={styles.head}>
        <h2 id="answers">{words.answers({ epoch: record.epoch })}</h2>
        <Radios
          legend={<legend className="visually-hidden">{words.which()}</legend>}
          name="which"
          options={parts.map((value) => ({ value, words: WORD[value] }))}
          chosen={which}
          onChoose={(name) => {
            setWhich(name);
            setOpened(null);
            setFollowed(null);
          }}
        />
      </FigureHead>
      <Confusion
        counts={counts}
        caption={words.caption({ count: formatCount(answers.length), which })}
        chosen={opened?.cell ?? null}
        onChoose={openCell}
      />
      {changes && <Changed changes={changes} onOpen={open} />}
      {opened && !isOfSet(labels, dataSet) && <p role="status">{words.olderSet()}</p>}
      {opened && isOfSet(labels, dataSet) && (
        <ImagesBehind
          which={which}
          settings={settings}
          indices={opened.indices}
          answers={answers}
          title={opened.title}
          followed={followed?.chosen}
          onFollow={(chosen) => follow({ page, subject, epoch: record.epoch, which, ...opened, chosen })}
        />
      )}
      {!opened && relabelled.size + added.length > 0 && images && isStored(images) && (
        <Clinic images={images} mistake={null} />
      )}
    </section>
  );
}

const CHANGES = ['gained', 'lost', 'other'] as const satisfies readonly (keyof Changes)[];

interface ChangedProps {
  readonly changes: Changes;
  onOpen(title: string, indices: readonly number[]): void;
}

function Changed({ changes, onOpen }: ChangedProps) {
  return (
    <p className={styles.changed}>
      {words.since()}{' '}
      {CHANGES.map((name) => {
        const { length } = changes[name];
        return (
          <button
            key={name}
            type="button"
            className="button-quiet"
            disabled={length === 0}
            onClick={() => onOpen(words[name]({ count: formatCount(length) }), changes[name])}
          >
            <Rich text={words[name]({ count: `<n>${formatCount(length)}</n>` })} tags={{ n: number }} />
          </button>
        );
      })}
    </p>
  );
}
