'use client';

import { useRef } from 'react';
import { type Chosen, filesOfInput } from '@/lib/site/chosen-files';

interface Props {
  readonly word: string;
  readonly label: string;
  readonly folder?: boolean;
  /** The most files that are taken. */
  readonly most?: number;
  onFiles(chosen: Chosen): void;
}

/** A button that opens the browser's choice of files, or of a folder. */
export function FileChooser({ word, label, folder = false, most, onFiles }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className={folder ? 'button-quiet' : 'button'}
        onClick={() => input.current?.click()}
      >
        {word}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        webkitdirectory={folder ? '' : undefined}
        aria-label={label}
        hidden
        onChange={({ currentTarget }) => {
          const chosen = filesOfInput(currentTarget.files, most);
          // Allows choosing the same files again.
          currentTarget.value = '';
          onFiles(chosen);
        }}
      />
    </>
  );
}
