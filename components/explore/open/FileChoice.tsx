'use client';

import { FileChooser } from '@/components/controls/FileChooser';
import { useDrops } from '@/components/site/use-drops';
import { type Chosen, filesOfTransfer } from '@/lib/site/chosen-files';
import words from '@/words/open-network';
import styles from './Open.module.css';

interface Props {
  /** What is being read, or null. */
  readonly reading: string | null;
  /** Why nothing could be opened, and what is left out; or null. */
  readonly sentence: string | null;
  onFiles(chosen: Chosen): void;
  onCancel(): void;
}

/** Accepts the files of a network: chosen together, chosen as a folder, or dropped anywhere on the page. */
export function FileChoice({ reading, sentence, onFiles, onCancel }: Props) {
  const over = useDrops((transfer) => void filesOfTransfer(transfer).then(onFiles));
  return (
    <div className={`drop-zone ${styles.zone}`} data-over={over}>
      {reading === null ? (
        <div className={styles.choose}>
          <FileChooser word={words.chooseFiles()} label={words.files()} onFiles={onFiles} />
          <FileChooser word={words.chooseFolder()} label={words.folder()} onFiles={onFiles} folder />
          <span className="label">{words.orDrop()}</span>
        </div>
      ) : (
        <div className={styles.choose}>
          <span className="label" role="status">
            {words.reading({ file: reading })}
          </span>
          <progress aria-label={words.reading({ file: reading })} />
          <button type="button" className="button-quiet" onClick={onCancel}>
            {words.cancel()}
          </button>
        </div>
      )}
      <p role="alert" className={styles.problem}>
        {sentence}
      </p>
    </div>
  );
}
