'use client';

import { useId, useRef, useState } from 'react';
import words from '@/words/open-network';
import styles from './open/Open.module.css';

const focus = (element: HTMLElement | null) => element?.focus();

interface Props {
  readonly name: string;
  /** Its size and date. */
  readonly about: string;
  /** Whether the pages show it now. */
  readonly isShown: boolean;
  onShow(): void;
  onRename(name: string): void;
  onDelete(): void;
}

/** One thing that this browser keeps. Renaming and deleting are asked about in its place. */
export function KeptItem({ name, about, isShown, onShow, onRename, onDelete }: Props) {
  const [asking, setAsking] = useState<'rename' | 'delete' | null>(null);
  const buttons = { rename: useRef<HTMLButtonElement>(null), delete: useRef<HTMLButtonElement>(null) };
  const close = () => {
    if (asking) buttons[asking].current?.focus();
    setAsking(null);
  };
  const opener = (what: 'rename' | 'delete', word: string, label: string) => (
    <button
      ref={buttons[what]}
      type="button"
      className="button-quiet"
      aria-label={label}
      aria-expanded={asking === what}
      onClick={() => setAsking(asking === what ? null : what)}
    >
      {word}
    </button>
  );
  return (
    <li className={styles.item}>
      <p className={styles.about}>
        <b>{name}</b>
        <span className="label">{about}</span>
      </p>
      <p className="button-row">
        {isShown ? (
          <span className={styles.shown}>{words.shown()}</span>
        ) : (
          <button type="button" className="button-quiet" aria-label={words.showOf({ name })} onClick={onShow}>
            {words.show()}
          </button>
        )}
        {opener('rename', words.rename(), words.renameOf({ name }))}
        {opener('delete', words.delete(), words.deleteOf({ name }))}
      </p>
      {asking === 'rename' && (
        <Rename
          name={name}
          onCancel={close}
          onSave={(next) => {
            onRename(next);
            close();
          }}
        />
      )}
      {asking === 'delete' && (
        <div className={styles.asked}>
          <p>{words.deleteSure({ name })}</p>
          <p className="button-row">
            <button type="button" className="button" onClick={onDelete}>
              {words.delete()}
            </button>
            <button type="button" className="button-quiet" ref={focus} onClick={close}>
              {words.keep()}
            </button>
          </p>
        </div>
      )}
    </li>
  );
}

interface RenameProps {
  readonly name: string;
  onSave(name: string): void;
  onCancel(): void;
}

function Rename({ name, onSave, onCancel }: RenameProps) {
  const id = useId();
  const [text, setText] = useState(name);
  return (
    <form
      className={`button-row ${styles.asked}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') onSave(text.trim());
      }}
    >
      <label htmlFor={id}>{words.newName()}</label>
      <input
        id={id}
        ref={focus}
        value={text}
        maxLength={80}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className="button" aria-disabled={text.trim() === ''}>
        {words.save()}
      </button>
      <button type="button" className="button-quiet" onClick={onCancel}>
        {words.cancel()}
      </button>
    </form>
  );
}
