'use client';

import { useRef, useState } from 'react';
import { useIncomingFile } from '@/components/site/use-incoming-file';
import type { Result } from '@/lib/result';
import { saveFile } from '@/lib/site/save-file';
import words from '@/words/files';

interface Props {
  /** What is stored, in words: "progress". */
  readonly what: string;
  readonly fileName: string;
  /** The question before it is deleted. */
  readonly question: string;
  /** The stored data as a file's text. */
  write(): string;
  /** Imports a file's text; if it can't be read, nothing changes. */
  open(text: string): Result<void>;
  onDelete(): void;
}

/** Buttons for this browser's stored data: save it to a file, read it from one, or delete it. */
export function FileTools({ what, fileName, question, write, open, onDelete }: Props) {
  const chooser = useRef<HTMLInputElement>(null);
  const [message, setMessage] = useState('');
  const read = async (file: File | undefined) => {
    if (!file) return;
    const opened = open(await file.text());
    setMessage(
      opened.ok
        ? words.wasRead({ file: file.name })
        : words.notRead({ file: file.name, problem: opened.problem.sentence }),
    );
  };
  const over = useIncomingFile(({ file }) => void read(file), setMessage);
  return (
    <>
      <p className="button-row drop" data-over={over}>
        <button
          type="button"
          className="button-quiet"
          onClick={() => saveFile(fileName, new TextEncoder().encode(write()))}
        >
          {words.save()}
        </button>
        <button type="button" className="button-quiet" onClick={() => chooser.current?.click()}>
          {words.read()}
        </button>
        <button
          type="button"
          className="button-quiet"
          onClick={() => {
            if (!window.confirm(question)) return;
            onDelete();
            setMessage(words.deleted({ what }));
          }}
        >
          {words.delete()}
        </button>
        <input
          ref={chooser}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label={words.fileOf({ what })}
          onChange={(event) => {
            void read(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </p>
      <p role="status" className="status">
        {message}
      </p>
    </>
  );
}
