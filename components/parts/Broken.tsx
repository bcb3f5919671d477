'use client';

import { isNotFetched, NotFetched } from '@/lib/site/report';
import words from '@/words/broken';
import styles from './Broken.module.css';
import { CopyLater } from './CopyLater';

interface Props {
  readonly name: string;
  readonly error: unknown;
  readonly floating?: boolean;
  onRetry(): void;
  onClose?(): void;
}

/** Replaces a part that failed. Contains only phrasing content, because a part may be within a sentence. */
export function Broken({ name, error, floating = false, onRetry, onClose }: Props) {
  const missing = isNotFetched(error);
  const sentence = missing ? words.partNotFetched({ name }) : words.part({ name });
  // A script of the page itself is only fetched again with the page, which would be lost without a
  // connection.
  const retry = () => {
    if (missing && !(error instanceof NotFetched) && navigator.onLine) window.location.reload();
    else onRetry();
  };
  return (
    <span role="alert" className={styles.broken} data-floating={floating}>
      <strong>{sentence}</strong> <span>{words.rest()}</span>
      <span className={`button-row ${styles.buttons}`}>
        <button type="button" className="button-quiet" onClick={retry}>
          {words.again()}
        </button>
        <CopyLater sentence={sentence} errors={[error]} />
        {onClose && (
          <button type="button" className="button-quiet" onClick={onClose}>
            {words.close()}
          </button>
        )}
      </span>
    </span>
  );
}
