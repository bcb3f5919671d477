'use client';

import { type ReactNode, useId, useMemo } from 'react';
import type { CapturedClass, Frame } from '@/lib/data/sets/camera/frames';
import { LONGEST_CLASS } from '@/lib/data/sets/edit/edited-set';
import { type MapShape, size } from '@/lib/tensor/tensor';
import words from '@/words/data-camera';
import { Thumbs } from '../look/Thumbs';
import styles from './Camera.module.css';

const SHOWN = 6;

interface Props {
  readonly one: CapturedClass;
  readonly number: number;
  readonly shape: MapShape;
  /** How many it has, in words. */
  readonly count: string;
  /** What adds to it. `name`: of the class. */
  add(name: string): ReactNode;
  /** The word for removing what came last, and the same with the class's name. */
  readonly removeLast: { readonly word: string; label(name: string): string };
  onName(name: string): void;
  onRemoveLast(): void;
  /** Without it the class stays. */
  onRemove?(): void;
}

/** The frames that came last, one after the other, and their places there. */
function lastOf(frames: readonly Frame[], shape: MapShape) {
  const last = frames.slice(-SHOWN);
  const bytes = size(shape);
  const pixels = new Uint8Array(last.length * bytes);
  for (const [at, frame] of last.entries()) pixels.set(frame.pixels, at * bytes);
  return { pixels, places: [...last.keys()] };
}

/** A class that is being filled from a camera or a pad. */
export function CapturedClassRow(props: Props) {
  const { one, number, shape, count, add, removeLast, onName, onRemoveLast, onRemove } = props;
  const id = useId();
  const name = one.name.trim() || words.classNumber({ number });
  const { pixels, places } = useMemo(() => lastOf(one.frames, shape), [one.frames, shape]);
  return (
    <li className={styles.class}>
      <p className={styles.row}>
        <label htmlFor={id} className="visually-hidden">
          {words.class({ number })}
        </label>
        <input
          id={id}
          value={one.name}
          placeholder={words.classNumber({ number })}
          maxLength={LONGEST_CLASS}
          onChange={({ currentTarget }) => onName(currentTarget.value)}
        />
        <span className="label">{count}</span>
      </p>
      <div className={styles.frames}>
        {places.length > 0 && (
          <Thumbs set={{ pixels, shape }} places={places} label={words.lastFrames({ name })} />
        )}
      </div>
      <p className={styles.row}>
        {add(name)}
        <button
          type="button"
          className="button-quiet"
          aria-label={removeLast.label(name)}
          aria-disabled={one.frames.length === 0}
          onClick={onRemoveLast}
        >
          {removeLast.word}
        </button>
        {onRemove && (
          <button
            type="button"
            className="button-quiet"
            aria-label={words.removeClassOf({ name })}
            onClick={onRemove}
          >
            {words.removeClass()}
          </button>
        )}
      </p>
    </li>
  );
}
