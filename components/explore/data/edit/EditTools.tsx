'use client';

import { useId, useState } from 'react';
import open from '@/components/explore/open/Open.module.css';
import { type Edit, type EditedSet, LONGEST_CLASS } from '@/lib/data/sets/edit/edited-set';
import { SPLITS, type Split } from '@/lib/data/sets/labelled-set';
import words from '@/words/data-edit';
import page from '@/words/data-page';
import styles from '../Data.module.css';
import type { Changes } from './use-changes';
import type { Selection } from './use-selection';

const NEW = -1;

interface Props {
  readonly changes: Changes;
  readonly selection: Selection;
  /** The images that are shown. */
  readonly shown: Uint32Array;
}

/** The class and the split of an image: nothing on the wall shows them. */
const labelled = ({ classes, labels, splits }: EditedSet, place: number): string =>
  `${classes[labels[place]] ?? ''}, ${page[SPLITS[splits[place]] ?? 'training']()}`;

/** What can be done with the selected images, and what was done. */
export function EditTools({ changes, selection, shown }: Props) {
  const { edits, sentence, problem } = changes;
  const { classes } = edits.set;
  const ids = { label: useId(), split: useId(), name: useId() };
  const [label, setLabel] = useState(0);
  const [name, setName] = useState('');
  const [split, setSplit] = useState<Split>('training');
  const places = [...selection.places];
  const none = places.length === 0;
  const target = label < classes.length ? label : 0;
  function make(edit: Edit) {
    if (none || !changes.make(edit)) return;
    selection.set([]);
    setName('');
  }
  return (
    <section aria-label={words.tools()} className={styles.tools}>
      <p className="button-row">
        <span className="label">
          {words.selected({ count: places.length })}
          {places.length === 1 && `: ${labelled(edits.set, places[0])}`}
        </span>
        <button type="button" className="button-quiet" onClick={() => selection.set(shown)}>
          {words.selectAll()}
        </button>
        <button type="button" className="button-quiet" aria-disabled={none} onClick={() => selection.set([])}>
          {words.selectNone()}
        </button>
        <button type="button" className="button-quiet" aria-disabled={!edits.canUndo} onClick={changes.undo}>
          {words.undo()}
        </button>
        <button type="button" className="button-quiet" aria-disabled={!edits.canRedo} onClick={changes.redo}>
          {words.redo()}
        </button>
      </p>
      <div className={styles.toolRow}>
        <form
          className={styles.tool}
          onSubmit={(event) => {
            event.preventDefault();
            make(
              label === NEW ? { kind: 'newClass', places, name } : { kind: 'relabel', places, label: target },
            );
          }}
        >
          <label htmlFor={ids.label}>{words.toClass()}</label>
          <select
            id={ids.label}
            value={label === NEW ? NEW : target}
            onChange={({ currentTarget }) => setLabel(Number(currentTarget.value))}
          >
            {classes.map((one, at) => (
              <option key={one} value={at}>
                {one}
              </option>
            ))}
            <option value={NEW}>{words.newClass()}</option>
          </select>
          {label === NEW && (
            <input
              id={ids.name}
              aria-label={words.newName()}
              placeholder={words.newName()}
              maxLength={LONGEST_CLASS}
              value={name}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
            />
          )}
          <button type="submit" className="button" aria-disabled={none}>
            {words.relabel()}
          </button>
        </form>
        <form
          className={styles.tool}
          onSubmit={(event) => {
            event.preventDefault();
            make({ kind: 'move', places, split });
          }}
        >
          <label htmlFor={ids.split}>{words.toSplit()}</label>
          <select
            id={ids.split}
            value={split}
            onChange={({ currentTarget }) =>
              setSplit(SPLITS.find((one) => one === currentTarget.value) ?? 'training')
            }
          >
            {SPLITS.map((one) => (
              <option key={one} value={one}>
                {page[one]()}
              </option>
            ))}
          </select>
          <button type="submit" className="button" aria-disabled={none}>
            {words.move()}
          </button>
        </form>
        <button
          type="button"
          className="button"
          aria-disabled={none}
          onClick={() => make({ kind: 'delete', places })}
        >
          {words.delete()}
        </button>
      </div>
      <p role="status" className="label">
        {sentence}
      </p>
      <p role="alert" className={open.problem}>
        {problem}
      </p>
    </section>
  );
}
