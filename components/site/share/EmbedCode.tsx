'use client';

import { useLearner } from '@/components/state/hooks';
import { embedCode } from '@/lib/site/embed';
import { writeAddress } from '@/lib/store/learner/write-address';
import words from '@/words/embed';
import { CopyText } from './CopyText';
import styles from './CopyText.module.css';

interface Props {
  /** The name of the frame: what the page shows. */
  readonly title: string;
  /** What stands in the address beside the learner's choices: code for something else is not shown. */
  readonly of?: unknown;
  /** Before the address is read: what it does not say yet is written into it. */
  onRead?(): void;
}

/** The code that shows this page, as it stands now, in a frame of another one. Not in a frame itself. */
export function EmbedCode({ title, of, onRead }: Props) {
  const choice = useLearner((state) => writeAddress('', state));
  const code = () => {
    onRead?.();
    return embedCode(window.location.href, title);
  };
  return (
    <details className={styles.embed} data-site>
      <summary>{words.title()}</summary>
      <p>{words.intro()}</p>
      <div className="button-row">
        <CopyText of={`${choice} ${of}`} words={words} lines={4} text={code} />
      </div>
    </details>
  );
}
