'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { KeptItem } from '@/components/explore/KeptItem';
import open from '@/components/explore/open/Open.module.css';
import type { LabelledSet } from '@/lib/data/sets/labelled-set';
import { formatBytes } from '@/lib/format/bytes';
import { formatCount } from '@/lib/format/format';
import type { Result } from '@/lib/result';
import type { StoredSet } from '@/lib/store/subject/kept-set-head';
import { deleteSet, keptSet, MOST_KEPT, renameSet } from '@/lib/store/subject/kept-sets';
import edit from '@/words/data-edit';
import words from '@/words/data-page';
import { LOCALE } from '@/words/locale';
import styles from './Data.module.css';
import { type Keeping, KeepRow, useKeeping } from './edit/KeepRow';
import { useEdits } from './edit/use-edits';
import { SetView } from './SetView';
import { useListedSets } from './use-kept-sets';

const date = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium' });

interface Shown {
  /** Counted: the same set may be read anew. */
  readonly nth: number;
  readonly id: string;
  readonly set: LabelledSet & StoredSet;
}

/** The data sets that this browser keeps, to be looked at, renamed or deleted. */
export function KeptSets() {
  const listed = useListedSets();
  const sets = listed?.ok ? listed.value : null;
  const [shown, setShown] = useState<Shown | null>(null);
  const [sentence, setSentence] = useState('');
  const [isChanged, setChanged] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  // It may have been renamed since it was read.
  const shownName = sets?.find(({ id }) => id === shown?.id)?.name ?? shown?.set.name ?? '';
  // The latest request; a large set that was asked for before takes longer to read.
  const asked = useRef({ nth: 0, id: '' });
  async function changed(change: Promise<Result<void>>) {
    const done = await change;
    setSentence(done.ok ? '' : done.problem.sentence);
    return done.ok;
  }
  async function show(id: string) {
    if (shown && isChanged) return setSentence(edit.unsavedFirst({ name: shownName }));
    const mine = { nth: asked.current.nth + 1, id };
    asked.current = mine;
    const read = await keptSet(id);
    if (mine !== asked.current) return;
    if (read.ok && read.value) setShown({ nth: mine.nth, id, set: read.value });
    setSentence(read.ok ? (read.value ? '' : words.notReadable()) : read.problem.sentence);
  }
  /** What is shown is not what is stored any more, and nothing in it has been changed here. */
  async function renew(what: Keeping['elsewhere']) {
    if (what === 'deleted') setShown(null);
    else if (shown) await show(shown.id);
  }
  async function remove(id: string) {
    // One that could not be deleted stays, with the changes that aren't stored.
    if (await changed(deleteSet(id))) {
      if (asked.current.id === id) asked.current = { nth: asked.current.nth + 1, id: '' };
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
          <KeptSetView
            key={shown.nth}
            set={shown.set}
            name={shownName}
            onChanged={setChanged}
            onKept={({ id }) => setShown({ ...shown, id })}
            onStale={renew}
          />
        </div>
      )}
    </section>
  );
}

interface Props {
  readonly set: LabelledSet & StoredSet;
  readonly name: string;
  /** Whether there are changes that aren't stored. */
  onChanged(isChanged: boolean): void;
  /** It has been stored; in another place where its own had been changed. */
  onKept(stored: StoredSet): void;
  /** Another set is stored in its place, or none, and there are no changes here to be lost. */
  onStale(what: Keeping['elsewhere']): void;
}

/** A stored set, to be looked through and changed. */
function KeptSetView({ set, name, onChanged, onKept, onStale }: Props) {
  const edits = useEdits(set, name);
  const keeping = useKeeping(edits, set, onKept);
  const { isChanged } = edits;
  const renew = useEffectEvent(onStale);
  useEffect(() => onChanged(isChanged), [isChanged, onChanged]);
  const { elsewhere } = keeping;
  useEffect(() => {
    if (elsewhere && !isChanged) renew(elsewhere);
  }, [elsewhere, isChanged]);
  return (
    <>
      <KeepRow edits={edits} keeping={keeping} word={words.keep()} />
      <SetView edits={edits} onWriteCard={keeping.writeCard} />
    </>
  );
}
