'use client';

import { useEffect, useRef, useState } from 'react';
import { KeptItem } from '@/components/explore/KeptItem';
import open from '@/components/explore/open/Open.module.css';
import type { LabelledSet } from '@/lib/data/sets/labelled-set';
import { formatBytes } from '@/lib/format/bytes';
import { formatCount } from '@/lib/format/format';
import type { Result } from '@/lib/result';
import { deleteSet, keptSet, MOST_KEPT, renameSet } from '@/lib/store/subject/kept-sets';
import edit from '@/words/data-edit';
import words from '@/words/data-page';
import { LOCALE } from '@/words/locale';
import styles from './Data.module.css';
import { KeepRow, useKeeping } from './edit/KeepRow';
import { useEdits } from './edit/use-edits';
import { SetView } from './SetView';
import { useListedSets } from './use-kept-sets';

const date = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium' });

/** The data sets that this browser keeps, to be looked at, renamed or deleted. */
export function KeptSets() {
  const listed = useListedSets();
  const sets = listed?.ok ? listed.value : null;
  const [shown, setShown] = useState<{ readonly id: string; readonly set: LabelledSet } | null>(null);
  const [sentence, setSentence] = useState('');
  const [isChanged, setChanged] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  // It may have been renamed since it was read.
  const shownName = sets?.find(({ id }) => id === shown?.id)?.name ?? shown?.set.name ?? '';
  // The latest request; a large set that was asked for before takes longer to read.
  const asked = useRef<{ readonly id: string } | null>(null);
  async function changed(change: Promise<Result<void>>) {
    const done = await change;
    setSentence(done.ok ? '' : done.problem.sentence);
    return done.ok;
  }
  async function show(id: string) {
    if (shown && isChanged) return setSentence(edit.unsavedFirst({ name: shownName }));
    const mine = { id };
    asked.current = mine;
    const read = await keptSet(id);
    if (mine !== asked.current) return;
    if (read.ok && read.value) setShown({ id, set: read.value });
    setSentence(read.ok ? (read.value ? '' : words.notReadable()) : read.problem.sentence);
  }
  async function remove(id: string) {
    // One that could not be deleted stays, with the changes that aren't stored.
    if (await changed(deleteSet(id))) {
      if (asked.current?.id === id) asked.current = null;
      setShown((now) => (now?.id === id ? null : now));
    }
    heading.current?.focus();
  }
  return (
    <section aria-labelledby="kept-sets" className={styles.kept}>
      <div className={open.opened}>
        <h2 id="kept-sets" ref={heading} tabIndex={-1}>
          {words.keptSets()}
        </h2>
        {sets?.length === 0 && <p>{words.none()}</p>}
        {sets && sets.length > 0 && (
          <>
            <ul className={open.list}>
              {sets.map((set) => (
                <KeptItem
                  key={set.id}
                  name={set.name}
                  about={words.about({
                    count: formatCount(set.count),
                    size: formatBytes(set.bytes),
                    date: date.format(set.keptAt),
                  })}
                  isShown={set.id === shown?.id}
                  onShow={() => void show(set.id)}
                  onRename={(name) => void changed(renameSet(set.id, name))}
                  onDelete={() => void remove(set.id)}
                />
              ))}
            </ul>
            <p className="label">{words.limit({ most: MOST_KEPT })}</p>
          </>
        )}
        <p role="alert" className={open.problem}>
          {sentence || (listed && !listed.ok && listed.problem.sentence)}
        </p>
      </div>
      {shown && (
        <div className={styles.set}>
          <KeptSetView key={shown.id} id={shown.id} set={shown.set} name={shownName} onChanged={setChanged} />
        </div>
      )}
    </section>
  );
}

interface Props {
  readonly id: string;
  readonly set: LabelledSet;
  readonly name: string;
  /** Whether there are changes that aren't stored. */
  onChanged(isChanged: boolean): void;
}

/** A stored set, to be looked through and changed. */
function KeptSetView({ id, set, name, onChanged }: Props) {
  const edits = useEdits(set, name);
  const keeping = useKeeping(edits, id);
  const { isChanged } = edits;
  useEffect(() => onChanged(isChanged), [isChanged, onChanged]);
  return (
    <>
      <KeepRow edits={edits} keeping={keeping} word={words.keep()} />
      <SetView edits={edits} onWriteCard={keeping.writeCard} />
    </>
  );
}
