'use client';

import { useId, useMemo, useState } from 'react';
import { countsOf, type LabelledSet, SPLITS } from '@/lib/data/sets/labelled-set';
import { formatCount, formatShape } from '@/lib/format/format';
import words from '@/words/data-page';
import { CountsTable } from './CountsTable';
import styles from './Data.module.css';
import { Wall } from './Wall';

const ALL = -1;

/** The places of the images of a class and a split; of all where that is ALL. */
function chosenPlaces({ labels, splits, count }: LabelledSet, label: number, split: number): Uint32Array {
  const places = new Uint32Array(count);
  let next = 0;
  for (let at = 0; at < count; at++)
    if ((label === ALL || labels[at] === label) && (split === ALL || splits[at] === split))
      places[next++] = at;
  return places.subarray(0, next);
}

/** A data set: its numbers, what was noticed about it, and its images. */
export function SetView({ set }: { readonly set: LabelledSet }) {
  const [label, setLabel] = useState(ALL);
  const [split, setSplit] = useState(ALL);
  const counts = useMemo(() => countsOf(set), [set]);
  const places = useMemo(() => chosenPlaces(set, label, split), [set, label, split]);
  const there = SPLITS.flatMap((name, at) => (counts[at].some((count) => count > 0) ? [{ name, at }] : []));
  return (
    <>
      <p>
        {words.summary({
          count: formatCount(set.count),
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
      <CountsTable classes={set.classes} counts={counts} />
      <div className={styles.filters}>
        <Filter
          label={words.class()}
          options={set.classes.map((name, at) => ({ name, at }))}
          chosen={label}
          onChoose={setLabel}
        />
        {there.length > 1 && (
          <Filter
            label={words.split()}
            options={there.map(({ name, at }) => ({ name: words[name](), at }))}
            chosen={split}
            onChoose={setSplit}
          />
        )}
        <span className="label" role="status">
          {words.shown({ count: formatCount(places.length) })}
        </span>
      </div>
      <Wall set={set} places={places} />
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
