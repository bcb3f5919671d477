'use client';

import { lazy, Suspense, useRef, useState } from 'react';
import { again } from '@/components/parts/again';
import { Part } from '@/components/parts/Part';
import { useSubject } from '@/components/state/hooks';
import { TITLES, type Title, tested } from '@/lib/shelf/titles';
import words from '@/words/shelf';
import styles from './NetworkLine.module.css';

const NetworkChoice = lazy(again(() => import('./NetworkChoice').then((module) => module.default)));

interface Standing {
  readonly words: string;
  /** What is left out where there is little room: the choice of networks says it too. */
  readonly more: string | null;
}

/** Where the shown weights come from and how good they are; of the shipped ones it was measured. */
function useStanding(title: Title | undefined): Standing | null {
  const origin = useSubject(({ network }) => network?.origin ?? 'shipped');
  const isMade = useSubject(({ subject }) => subject.brought !== undefined);
  if (origin === 'shipped') return title ? { words: tested(title), more: title.trainedOn } : null;
  if (origin === 'opened') return { words: isMade ? words.forDataSet() : words.opened(), more: null };
  return { words: origin === 'initial' ? words.untrained() : words.trained(), more: null };
}

/** Which network all pages show, what it was trained on and how well it does, with the choice of another. */
export function NetworkLine() {
  const subject = useSubject((view) => view.subject);
  const title = TITLES.find(({ id }) => id === subject.id);
  const name = title?.name ?? subject.architecture.name;
  const standing = useStanding(title);
  const panel = useRef<HTMLDivElement>(null);
  /** How often the panel was opened. */
  const [openings, setOpenings] = useState(0);
  return (
    <section className={styles.line} aria-label={words.network()}>
      <button type="button" className={`button-bare ${styles.button}`} popoverTarget="network-choice">
        <span className={styles.word}>{words.network()}</span>
        <b>{name}</b>
        <svg width="10" height="6" viewBox="0 0 10 6" aria-hidden="true">
          <path d="M1 1l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </svg>
      </button>
      {standing && (
        <p className={styles.standing}>
          {standing.words}
          {standing.more && <span className={styles.trainedOn}>; {standing.more}</span>}
        </p>
      )}
      <div
        id="network-choice"
        ref={panel}
        popover="auto"
        className={`panel ${styles.panel}`}
        onToggle={({ newState }) => newState === 'open' && setOpenings((count) => count + 1)}
      >
        {openings > 0 && (
          <Part name={words.network()}>
            <Suspense fallback={null}>
              <NetworkChoice
                key={openings}
                standing={standing?.more === null ? `${name}: ${standing.words}` : null}
                onLeave={() => panel.current?.hidePopover()}
              />
            </Suspense>
          </Part>
        )}
      </div>
    </section>
  );
}
