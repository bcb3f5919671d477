'use client';

import words from '@/words/broken';
import { CopyLater } from './CopyLater';

interface Props {
  readonly error: unknown;
}

/** Replaces a whole page that failed: only reloading brings it back. */
export function BrokenPage({ error }: Props) {
  return (
    <main id="main" className="column">
      <div role="alert">
        <h1>{words.page()}</h1>
        <p>{words.pageRest()}</p>
      </div>
      <p style={{ display: 'flex', flexWrap: 'wrap', gap: 'var(--space-2)' }}>
        <button type="button" className="button" onClick={() => window.location.reload()}>
          {words.reload()}
        </button>
        <CopyLater sentence={words.page()} errors={[error]} />
      </p>
    </main>
  );
}
