'use client';

import { useId, useMemo } from 'react';
import { Savable } from '@/components/controls/Savable';
import { type EditedSet, editedCounts } from '@/lib/data/sets/edit/edited-set';
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
import { type Selection, useSelection } from './edit/use-selection';
import { FilterRow } from './FilterRow';
import { AnswersMatrix } from './look/AnswersMatrix';
import { ClassMeans } from './look/ClassMeans';
import { DataCard } from './look/DataCard';
import { ExportSet } from './look/ExportSet';
import { Findings } from './look/Findings';
import { findingWords } from './look/finding-words';
import { Groups } from './look/Groups';
import type { Answers } from './look/use-answers';
import { useFindings } from './look/use-findings';
import { useLook } from './look/use-look';
import { ALL, useFilters, VERDICTS } from './use-filters';
import { Wall } from './Wall';

interface Props {
  readonly edits: Edits;
  /** The owner has written the card. */
  onWriteCard(card: SetCard): void;
}

/** A data set: its numbers, what stands out about it, its images, and what can be changed. */
export function SetView({ edits, onWriteCard }: Props) {
  const { set } = edits;
  const wall = useId();
  const filters = useFilters(set);
  const changes = useChanges(edits);
  const looked = useLook(set);
  const { findings, groups, distinct } = useFindings(set, looked.survey);
  const counts = useMemo(() => editedCounts(set), [set]);
  const { places, view } = filters;
  const selection = useSelection(places, view);
  const total = counts.flat().reduce((sum, count) => sum + count, 0);
  function show(what: string, shown: Group) {
    filters.show(what, shown);
    document.getElementById(wall)?.scrollIntoView({ block: 'start' });
  }
  function showAnswered(what: string, shown: Group, right: boolean) {
    filters.choose({
      label: ALL,
      split: ALL,
      verdict: VERDICTS.indexOf(right ? 'right' : 'wrong'),
      found: { what, places: shown },
    });
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
          count: total,
          classes: set.classes.length,
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
      <FilterRow filters={filters} id={wall} classes={set.classes} counts={counts} />
      <AnswersMatrix set={set} answers={filters.answers} onShow={showAnswered} />
      <Savable label={words.wallOf({ count: formatCount(places.length) })}>
        <Wall
          set={set}
          places={places}
          view={view}
          selection={selection}
          onDelete={remove}
          onUndo={changes.undo}
          onRedo={changes.redo}
        />
      </Savable>
      <PredictedAs set={set} answers={filters.answers} selection={selection} />
      <EditTools changes={changes} selection={selection} shown={places} />
      <p className="label">{edit.how()}</p>
      <ClassTools changes={changes} />
      <DataCard
        set={set}
        counts={counts}
        distinct={distinct}
        isPending={!looked.survey && looked.problem === null}
        findings={findings}
        onWrite={onWriteCard}
      />
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

interface PredictedProps {
  readonly set: EditedSet;
  readonly answers: Answers;
  readonly selection: Selection;
}

/** What the network predicts for the one selected image. */
function PredictedAs({ set: { classes, labels }, answers, selection }: PredictedProps) {
  const [place] = selection.places;
  const { predicted, nameOf } = answers;
  if (!predicted) return null;
  return (
    <p role="status" className="label">
      {selection.places.size === 1 &&
        look.predictedAs({ label: classes[labels[place]], predicted: nameOf(predicted[place]) })}
    </p>
  );
}
