'use client';

import { lazy, Suspense, useRef, useState } from 'react';
import { again } from '@/components/parts/again';
import { Part } from '@/components/parts/Part';
import { Rich, type Tag } from '@/components/site/Rich';
import { useSubject } from '@/components/state/hooks';
import { inBrief, TITLES, tested, titleOf, trainedOnSet } from '@/lib/shelf/titles';
import words from '@/words/shelf';
import styles from './NetworkLine.module.css';

// Most visits stay with a network that comes with the site.
const onRequest = () => import('./on-request');
const NetworkChoice = lazy(again(() => onRequest().then((module) => module.NetworkChoice)));
const OwnStanding = lazy(again(() => onRequest().then((module) => module.OwnStanding)));

const OF: Readonly<Record<string, Tag>> = { of: (text) => <span className={styles.of}>{text}</span> };

/**
 * Which network all pages show, what it was trained on and how well it does, with the choice of another. Its words stay in
 * sight while one reads (`PageBar.module.css`); where there is little room, what they leave out is said by the button.
 */
export function NetworkLine() {
  const subject = useSubject((view) => view.subject);
  const isShipped = useSubject(({ network }) => (network?.origin ?? 'shipped') === 'shipped');
  const known = TITLES.find(({ id }) => id === subject.id);
  const name = titleOf(subject);
  // Of the shipped weights it was measured.
  const title = isShipped ? known : undefined;
  const panel = useRef<HTMLDivElement>(null);
  /** How often the panel was opened. */
  const [openings, setOpenings] = useState(0);
  return (
    <section className={styles.line} aria-label={words.network()}>
      <button
        type="button"
        className={`button-bare ${styles.button}`}
        popoverTarget="network-choice"
        title={title ? `${name}: ${tested(title)}; ${title.trainedOn}` : name}
      >
        <span className={styles.word}>{words.network()}</span>
        <b>{name}</b>
        <svg width="10" height="6" viewBox="0 0 10 6" aria-hidden="true">
          <path d="M1 1l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </svg>
      </button>
      {title ? (
        <p className={styles.standing}>
          <span className={styles.whole}>
            {tested(title)}; <span className={styles.trainedOn}>{title.trainedOn}</span>
            <span className={styles.onSet}>{trainedOnSet(title)}</span>
          </span>
          <span className={styles.brief}>
            <Rich text={inBrief(title, title.test.accuracy)} tags={OF} />
          </span>
        </p>
      ) : (
        <Suspense fallback={null}>
          <OwnStanding />
        </Suspense>
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
              <NetworkChoice key={openings} name={name} onLeave={() => panel.current?.hidePopover()} />
            </Suspense>
          </Part>
        )}
      </div>
    </section>
  );
}
