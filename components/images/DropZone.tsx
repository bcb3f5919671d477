'use client';

import { useRef } from 'react';
import { type IncomingFile, useIncomingFile } from '@/components/site/use-incoming-file';
import words from '@/words/images';
import styles from './Images.module.css';

interface Props {
  readonly onFile: (incoming: IncomingFile) => void;
  readonly onOther: (sentence: string) => void;
  /** The name of the file that is being read, or null. */
  readonly opening: string | null;
  /** The last error, or null. */
  readonly sentence: string | null;
}

/** Accepts an image file: by button, dropped anywhere on the page, or pasted. Reports errors here. */
export function DropZone({ onFile, onOther, opening, sentence }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const over = useIncomingFile(onFile, onOther);
  return (
    <>
      <div className={`drop-zone ${styles.zone}`} data-over={over}>
        <button type="button" className="button-quiet" onClick={() => input.current?.click()}>
          {words.chooseFile()}
        </button>
        <p className="label" role="status">
          {opening === null ? words.orDrop() : words.opening({ name: opening })}
        </p>
        <input
          ref={input}
          type="file"
          accept="image/*"
          aria-label={words.file()}
          hidden
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) onFile({ file, name: file.name });
            // Allows choosing the same file again.
            event.target.value = '';
          }}
        />
      </div>
      <p role="alert" className={styles.problem}>
        {sentence}
      </p>
    </>
  );
}
