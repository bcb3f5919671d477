'use client';

import { useId, useState } from 'react';
import { LONGEST_CLASS } from '@/lib/data/sets/edit/edited-set';
import words from '@/words/data-edit';
import page from '@/words/data-page';
import styles from '../Data.module.css';
import type { Changes } from './use-changes';

/** A class gets a different name, or becomes one with another. */
export function ClassTools({ changes }: { readonly changes: Changes }) {
  const { classes } = changes.edits.set;
  const ids = { label: useId(), name: useId(), into: useId() };
  const [chosen, setChosen] = useState(0);
  const [name, setName] = useState('');
  const [chosenInto, setInto] = useState(1);
  const label = chosen < classes.length ? chosen : 0;
  const others = classes.flatMap((one, at) => (at === label ? [] : [{ one, at }]));
  const into = others.some(({ at }) => at === chosenInto) ? chosenInto : others[0]?.at;
  return (
    <details className={styles.details}>
      <summary>{words.classes()}</summary>
      <div className={styles.toolRow}>
        <span className={styles.tool}>
          <label htmlFor={ids.label}>{page.class()}</label>
          <select
            id={ids.label}
            value={label}
            onChange={({ currentTarget }) => setChosen(Number(currentTarget.value))}
          >
            {classes.map((one, at) => (
              <option key={one} value={at}>
                {one}
              </option>
            ))}
          </select>
        </span>
        <form
          className={styles.tool}
          onSubmit={(event) => {
            event.preventDefault();
            if (changes.make({ kind: 'rename', label, name })) setName('');
          }}
        >
          <label htmlFor={ids.name}>{words.className()}</label>
          <input
            id={ids.name}
            maxLength={LONGEST_CLASS}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <button type="submit" className="button-quiet" aria-disabled={name.trim() === ''}>
            {words.rename()}
          </button>
        </form>
        {into !== undefined && (
          <form
            className={styles.tool}
            onSubmit={(event) => {
              event.preventDefault();
              changes.make({ kind: 'merge', label, into });
            }}
          >
            <label htmlFor={ids.into}>{words.mergeInto()}</label>
            <select
              id={ids.into}
              value={into}
              onChange={({ currentTarget }) => setInto(Number(currentTarget.value))}
            >
              {others.map(({ one, at }) => (
                <option key={one} value={at}>
                  {one}
                </option>
              ))}
            </select>
            <button type="submit" className="button-quiet">
              {words.merge()}
            </button>
          </form>
        )}
      </div>
    </details>
  );
}
