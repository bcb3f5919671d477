'use client';

import { useId, useState } from 'react';
import type { EditedSet } from '@/lib/data/sets/edit/edited-set';
import { knownWeaknesses } from '@/lib/data/sets/known/about';
import { KNOWN_TITLES } from '@/lib/data/sets/known/published';
import { SPLITS } from '@/lib/data/sets/labelled-set';
import { type DistinctCounts, type Finding, findingKey } from '@/lib/data/sets/look/findings';
import { LONGEST_ENTRY, type SetCard, UNKNOWN } from '@/lib/data/sets/take/card';
import { formatCount } from '@/lib/format/format';
import words from '@/words/data-look';
import page from '@/words/data-page';
import known from '@/words/known-sets';
import styles from '../Data.module.css';
import { findingWords } from './finding-words';

interface Props {
  readonly set: EditedSet;
  /** `[split][class]`. */
  readonly counts: readonly (readonly number[])[];
  /** How many originals the images show; null until they are counted, and where they can't be. */
  readonly distinct: DistinctCounts | null;
  readonly isPending: boolean;
  readonly findings: readonly Finding[];
  onWrite(card: SetCard): void;
}

const sum = (row: readonly number[]): number => row.reduce((all, count) => all + count, 0);

/** How many images there are, and of how many originals, as far as that is known. */
function imagesWords(images: number, distinct: DistinctCounts | null, isPending: boolean): string {
  if (distinct) return words.imagesOf({ images, originals: distinct.originals, counted: distinct.counted });
  return isPending ? words.originalsPending({ images }) : words.originalsUnknown({ images });
}

function howCounted({ counted, pixels }: DistinctCounts): string {
  const how = words.originalsHow({ counted });
  return pixels === null ? how : `${how} ${words.pixelsHow({ pixels })}`;
}

const versionsWords = ({ images, originals }: DistinctCounts): string =>
  words.versions({ images: formatCount(images), originals: formatCount(originals) });

/** The card of a set: what its owner says about it, and what was computed. */
export function DataCard({ set, counts, distinct, isPending, findings, onWrite }: Props) {
  const { source, licence } = set.card ?? UNKNOWN;
  const [draft, setDraft] = useState<SetCard>({ source, licence });
  const [isSaved, setSaved] = useState(false);
  const there = SPLITS.flatMap((split, at) => {
    const count = sum(counts[at]);
    const named = { split: page[split](), count: formatCount(count) };
    if (count === 0) return [];
    return [
      distinct
        ? words.splitOriginals({
            ...named,
            originals: distinct.originalsIn[split],
            counted: distinct.counted,
          })
        : words.splitCount(named),
    ];
  });
  const type = (change: Partial<SetCard>) => {
    setDraft({ ...draft, ...change });
    setSaved(false);
  };
  const facts: readonly (readonly [string, string])[] = [
    [words.images(), imagesWords(sum(counts.map(sum)), distinct, isPending)],
    [words.splits(), there.join(', ')],
    ...(distinct ? [[words.originals(), howCounted(distinct)] as const] : []),
  ];
  const uncounted = isPending ? words.pending() : words.notComputed();
  return (
    <details className={styles.details}>
      <summary>{words.card()}</summary>
      <p className="label">
        {words.cardHow()} {set.known && known.recognised({ title: KNOWN_TITLES[set.known] })}
      </p>
      <form
        className={styles.card}
        onSubmit={(event) => {
          event.preventDefault();
          onWrite({ source: draft.source.trim(), licence: draft.licence.trim() });
          setSaved(true);
        }}
      >
        <Entry label={words.source()} value={draft.source} onType={(text) => type({ source: text })} />
        <Entry label={words.licence()} value={draft.licence} onType={(text) => type({ licence: text })} />
        <p className={`button-row ${styles.save}`}>
          <button type="submit" className="button-quiet">
            {words.saveCard()}
          </button>
          <span role="status" className="label">
            {isSaved && words.cardSaved()}
          </span>
        </p>
      </form>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{words.weaknesses()}</dt>
          {knownWeaknesses(set.known).map(({ sentence, source, href }) => (
            <dd key={sentence}>
              {sentence} (<a href={href}>{source}</a>)
            </dd>
          ))}
          {distinct?.counted === 'recorded' && distinct.originals < distinct.images && (
            <dd>{versionsWords(distinct)}</dd>
          )}
          {findings.map((finding) => (
            <dd key={findingKey(finding)}>{findingWords(finding)}</dd>
          ))}
          {findings.length === 0 && (isPending || !(set.known || distinct?.counted === 'recorded')) && (
            <dd>{distinct?.pixels ? words.none() : uncounted}</dd>
          )}
        </div>
      </dl>
    </details>
  );
}

interface EntryProps {
  readonly label: string;
  readonly value: string;
  onType(text: string): void;
}

function Entry({ label, value, onType }: EntryProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={2}
        value={value}
        placeholder={words.unknown()}
        maxLength={LONGEST_ENTRY}
        onChange={({ currentTarget }) => onType(currentTarget.value)}
      />
    </>
  );
}
