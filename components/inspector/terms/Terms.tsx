'use client';

import { useMemo } from 'react';
import { ChoiceField } from '@/components/controls/ChoiceField';
import { formatNumber } from '@/lib/format/format';
import type { Term } from '@/lib/kinds/types';
import { type Pipeline, stageOf } from '@/lib/network/pipeline';
import type { TracedExplanation } from '@/lib/provenance/explain';
import { mapsRead } from '@/lib/provenance/reads';
import type { TermGroup, TermGrouping, TermOrder } from '@/lib/provenance/terms';
import words from '@/words/inspector';
import { groupNamer, type Named, termNamer } from '../names';
import { placesOf, writtenDecimals } from './long-sum';
import styles from './Terms.module.css';
import type { TermRows } from './use-term-rows';
import { VirtualList } from './VirtualList';

interface Props {
  readonly explanation: TracedExplanation;
  readonly pipeline: Pipeline;
  readonly layout: TermRows;
  /** The term under the pointer, here or in an image; and whether to scroll to it. */
  readonly pointed: Term | null;
  readonly reveal: Term | null;
  onPoint(term: Term | null): void;
  onFollow(term: Term): void;
}

const ORDERS: readonly { readonly value: TermOrder; readonly words: string }[] = [
  { value: 'size', words: words.size() },
  { value: 'sign', words: words.sign() },
  { value: 'place', words: words.place() },
];

/** The inputs of a value: every term is a link, sorted and grouped as the learner likes. */
export function Terms({ explanation, pipeline, layout, pointed, reveal, onPoint, onFollow }: Props) {
  const stage = stageOf(pipeline, explanation.stage);
  const { rows, rowOf } = layout;
  const name = useMemo(() => termNamer(stage, pipeline), [stage, pipeline]);
  const groupName = groupNamer(stage, pipeline, layout.by);
  const winner = explanation.terms[explanation.winner ?? -1];
  const decimals = writtenDecimals(explanation.terms.length);
  return (
    <>
      <Layout {...{ explanation, pipeline, layout }} />
      <p className={styles.places}>{placesOf(explanation)}</p>
      <VirtualList
        // In a different order reading starts at the first term.
        key={`${layout.order} ${layout.by}`}
        count={rows.length}
        label={words.madeOf()}
        keyAt={(at) => keyOfRow(rows[at])}
        pointed={pointed && rowOf(pointed)}
        reveal={reveal && rowOf(reveal)}
        onPoint={(at) => {
          const row = at === null ? null : rows[at];
          onPoint(row && 'term' in row ? row.term : null);
        }}
        row={(at, tabIndex) => {
          const row = rows[at];
          return 'group' in row ? (
            <GroupRow
              {...{ group: row.group, open: row.open, tabIndex }}
              name={groupName(row.group.key)}
              onToggle={() => layout.toggle(row.group.key)}
            />
          ) : (
            <TermRow
              {...{ term: row.term, tabIndex, decimals }}
              name={name(row.term)}
              won={row.term === winner}
              inside={layout.groups !== null}
              onFollow={() => onFollow(row.term)}
            />
          );
        }}
      />
    </>
  );
}

const keyOfRow = (row: TermRows['rows'][number]): string =>
  'group' in row ? `group ${row.group.key}` : row.term.source.join();

/** The choice of order and grouping; nothing for a single term. */
function Layout({ explanation, pipeline, layout }: Pick<Props, 'explanation' | 'pipeline' | 'layout'>) {
  const stage = stageOf(pipeline, explanation.stage);
  if (explanation.terms.length < 3) return null;
  const maps = explanation.terms[0]?.weight === undefined ? null : mapsRead(stage, pipeline);
  const groupings: readonly { readonly value: TermGrouping; readonly words: string }[] = [
    { value: 'none', words: words.none() },
    { value: 'channel', words: words.channel() },
    { value: 'position', words: words.position() },
  ];
  return (
    <div className={styles.layout}>
      <span>
        {words.order()}{' '}
        <ChoiceField label={words.orderOf()} options={ORDERS} chosen={layout.order} onChoose={layout.sort} />
      </span>
      {maps && (
        <span>
          {words.groups()}{' '}
          <ChoiceField
            label={words.groupedBy()}
            options={groupings}
            chosen={layout.by}
            onChoose={layout.groupBy}
          />
        </span>
      )}
    </div>
  );
}

interface GroupProps {
  readonly group: TermGroup;
  readonly name: string;
  readonly open: boolean;
  readonly tabIndex: 0 | -1;
  onToggle(): void;
}

/** The summed contribution of the terms of one channel or position. */
function GroupRow({ group, name, open, tabIndex, onToggle }: GroupProps) {
  return (
    <button
      type="button"
      className={styles.group}
      data-row
      tabIndex={tabIndex}
      aria-expanded={open}
      onClick={onToggle}
    >
      <span>
        <span className={styles.turn} aria-hidden="true" /> {name}
      </span>
      <span className={styles.hint}>{words.terms({ count: group.terms.length })}</span>
      <span className="number">{formatNumber(group.sum, writtenDecimals(group.terms.length) - 1)}</span>
    </button>
  );
}

interface TermProps {
  readonly term: Term;
  readonly name: Named;
  readonly decimals: number;
  readonly won: boolean;
  readonly inside: boolean;
  readonly tabIndex: 0 | -1;
  onFollow(): void;
}

/** One term: the value it reads, times its weight. Padding is not a value that can be opened. */
function TermRow({ term, name, decimals, won, inside, tabIndex, onFollow }: TermProps) {
  const label = (
    <>
      <span aria-hidden="true">{name.short}</span>
      <span className="visually-hidden">{name.words}</span>
      {term.padded && ` ${words.padding()}`}
      {won && <strong> {words.wins()}</strong>}
    </>
  );
  return (
    <div className={styles.term} data-inside={inside} data-won={won}>
      <button
        type="button"
        className={`button-text ${styles.source}`}
        data-row
        data-term
        tabIndex={tabIndex}
        aria-disabled={term.padded}
        onClick={() => !term.padded && onFollow()}
      >
        {label}
      </button>
      <span className={`number ${styles.factors}`}>
        {formatNumber(term.value, decimals)}
        {term.weight !== undefined && ` × ${formatNumber(term.weight, decimals)}`}
      </span>
      <span className={`number ${styles.product}`}>
        {term.weight !== undefined && `= ${formatNumber(term.product, decimals)}`}
      </span>
    </div>
  );
}
