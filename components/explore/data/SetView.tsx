'use client';

import { useId, useMemo, useState } from 'react';
import { type EditedSet, editedCounts } from '@/lib/data/sets/edit/edited-set';
import { SPLITS } from '@/lib/data/sets/labelled-set';
import type { Finding, Group } from '@/lib/data/sets/look/findings';
import type { SetCard } from '@/lib/data/sets/take/card';
import { formatCount, formatShape } from '@/lib/format/format';
import edit from '@/words/data-edit';
import look from '@/words/data-look';
import words from '@/words/data-page';
import { CountsTable } from './CountsTable';
import styles from './Data.module.css';
import { ClassTools } from './edit/ClassTools';
import { EditTools } from './edit/EditTools';
import { useChanges } from './edit/use-changes';
import type { Edits } from './edit/use-edits';
import { useSelection } from './edit/use-selection';
import { ClassMeans } from './look/ClassMeans';
import { DataCard } from './look/DataCard';
import { ExportSet } from './look/ExportSet';
import { Findings } from './look/Findings';
import { findingWords } from './look/finding-words';
import { Groups } from './look/Groups';
import { useFindings } from './look/use-findings';
import { useLook } from './look/use-look';
import { Wall } from './Wall';

const ALL = -1;

/** The places of the images of a class and a split, among `found` where it is set; of all where that is ALL. */
function chosenPlaces(
  { labels, splits, there, count }: EditedSet,
  label: number,
  split: number,
  found: Group | null,
): Uint32Array {
  const among = found ?? { length: count };
  const places = new Uint32Array(among.length);
  let next = 0;
  for (let nth = 0; nth < among.length; nth++) {
    const at = found ? found[nth] : nth;
    if (there[at] === 1 && (label === ALL || labels[at] === label) && (split === ALL || splits[at] === split))
      places[next++] = at;
  }
  return places.subarray(0, next);
}

interface Props {
  readonly edits: Edits;
  /** The owner has written the card. */
  onWriteCard(card: SetCard): void;
}

/** A data set: its numbers, what stands out about it, its images, and what can be changed. */
export function SetView({ edits, onWriteCard }: Props) {
  const { set } = edits;
  const wall = useId();
  const [label, setLabel] = useState(ALL);
  const [split, setSplit] = useState(ALL);
  const [found, setFound] = useState<{ readonly what: string; readonly places: Group } | null>(null);
  const changes = useChanges(edits);
  const looked = useLook(set);
  const { findings, groups, distinct } = useFindings(set, looked.survey);
  const counts = useMemo(() => editedCounts(set), [set]);
  const chosenLabel = label < set.classes.length ? label : ALL;
  const { labels, splits, there } = set;
  // biome-ignore lint/correctness/useExhaustiveDependencies: names and the card change nothing about what is shown
  const places = useMemo(
    () => chosenPlaces(set, chosenLabel, split, found?.places ?? null),
    [labels, splits, there, chosenLabel, split, found],
  );
  const view = `${chosenLabel} ${split} ${found?.places.join() ?? ''}`;
  const selection = useSelection(places, view);
  const divided = SPLITS.flatMap((name, at) => (counts[at].some((count) => count > 0) ? [{ name, at }] : []));
  const total = counts.flat().reduce((sum, count) => sum + count, 0);
  function show(what: string, shown: Group) {
    setFound({ what, places: shown });
    setLabel(ALL);
    setSplit(ALL);
    document.getElementById(wall)?.scrollIntoView({ block: 'start' });
  }
  const showFinding = (finding: Finding) => show(findingWords(finding), finding.places);
  function remove() {
    if (selection.places.size > 0 && changes.make({ kind: 'delete', places: [...selection.places] }))
      selection.set([]);
  }
  return (
    <>
      <p>
        {words.summary({
          count: formatCount(total),
          classes: formatCount(set.classes.length),
          shape: formatShape(set.shape),
        })}
      </p>
      {set.notes.length > 0 && (
        <ul className={styles.notes}>
          {set.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <Findings set={set} look={looked} findings={findings} onShow={showFinding} />
      <CountsTable classes={set.classes} counts={counts} />
      <div className={styles.filters} id={wall}>
        <Filter
          label={words.class()}
          options={set.classes.map((name, at) => ({ name, at }))}
          chosen={chosenLabel}
          onChoose={setLabel}
        />
        {divided.length > 1 && (
          <Filter
            label={words.split()}
            options={divided.map(({ name, at }) => ({ name: words[name](), at }))}
            chosen={split}
            onChoose={setSplit}
          />
        )}
        <span className="label" role="status">
          {words.shown({ count: formatCount(places.length) })}
        </span>
      </div>
      {found && (
        <p className={styles.found}>
          <span className="label">{look.showing({ what: found.what })}</span>{' '}
          <button type="button" className="button-quiet" onClick={() => setFound(null)}>
            {look.showAll()}
          </button>
        </p>
      )}
      <Wall
        set={set}
        places={places}
        view={view}
        selection={selection}
        onDelete={remove}
        onUndo={changes.undo}
      />
      <EditTools changes={changes} selection={selection} shown={places} />
      <p className="label">{edit.how()}</p>
      <ClassTools changes={changes} />
      <DataCard set={set} counts={counts} distinct={distinct} findings={findings} onWrite={onWriteCard} />
      <ClassMeans set={set} statistics={looked.statistics} />
      {looked.survey && (
        <Groups
          set={set}
          survey={looked.survey}
          groups={groups}
          onShow={(group) => show(look.alikeGroup(), group)}
        />
      )}
      <ExportSet set={set} look={looked} findings={findings} />
    </>
  );
}

interface FilterProps {
  readonly label: string;
  readonly options: readonly { readonly name: string; readonly at: number }[];
  readonly chosen: number;
  onChoose(at: number): void;
}

function Filter({ label, options, chosen, onChoose }: FilterProps) {
  const id = useId();
  return (
    <span className="field">
      <label htmlFor={id}>{label}</label>{' '}
      <select id={id} value={chosen} onChange={({ currentTarget }) => onChoose(Number(currentTarget.value))}>
        <option value={ALL}>{words.all()}</option>
        {options.map(({ name, at }) => (
          <option key={at} value={at}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}
