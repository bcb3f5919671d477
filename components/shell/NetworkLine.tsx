'use client';

import Link from 'next/link';
import { lazy, Suspense, useRef, useState } from 'react';
import { again } from '@/components/parts/again';
import { useSubject } from '@/components/state/hooks';
import { formatCount, formatPercent } from '@/lib/format/format';
import { TITLES, type Title } from '@/lib/shelf/titles';
import words from '@/words/shelf';
import styles from './NetworkLine.module.css';
import { NetworkOption } from './NetworkOption';

const OpenedChoice = lazy(again(() => import('./OpenedChoice').then((module) => module.default)));

const tested = ({ test }: Title): string =>
  words.tested({ share: formatPercent(test.accuracy), images: formatCount(test.images) });

/** Where the shown weights come from and how good they are; of the shipped ones it was measured. */
function useStanding(title: Title | undefined): string | null {
  const origin = useSubject(({ network }) => network?.origin ?? 'shipped');
  if (origin === 'shipped') return title ? `${title.trainedOn}; ${tested(title)}` : null;
  if (origin === 'opened') return words.opened();
  return origin === 'initial' ? words.untrained() : words.trained();
}

/** Which network all pages show, what it was trained on and how well it does, with the choice of another. */
export function NetworkLine() {
  const subject = useSubject((view) => view.subject);
  const title = TITLES.find(({ id }) => id === subject.id);
  const standing = useStanding(title);
  const panel = useRef<HTMLDivElement>(null);
  /** How often the panel was opened. */
  const [openings, setOpenings] = useState(0);
  return (
    <section className={styles.line} aria-label={words.network()}>
      <button type="button" className={`button-bare ${styles.button}`} popoverTarget="network-choice">
        <span className={styles.word}>{words.network()}</span>
        <b>{title?.name ?? subject.architecture.name}</b>
        <svg width="10" height="6" viewBox="0 0 10 6" aria-hidden="true">
          <path d="M1 1l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </svg>
      </button>
      {standing && <p className={styles.standing}>{standing}</p>}
      <div
        id="network-choice"
        ref={panel}
        popover="auto"
        className={`panel ${styles.panel}`}
        onToggle={({ newState }) => newState === 'open' && setOpenings((count) => count + 1)}
      >
        <Choice openings={openings} />
        <p className={styles.more}>
          <Link href="/open/" prefetch={false} onClick={() => panel.current?.hidePopover()}>
            {words.open()}
          </Link>
          <Link href="/data/" prefetch={false} onClick={() => panel.current?.hidePopover()}>
            {words.readSet()}
          </Link>
        </p>
      </div>
    </section>
  );
}

/** The networks of the shelf, and those that the learner has opened, which are read when the panel is. */
function Choice({ openings }: { readonly openings: number }) {
  return (
    <fieldset>
      <legend>{words.choose()}</legend>
      <p>{words.chooseHow()}</p>
      {TITLES.map((title) => (
        <NetworkOption
          key={title.id}
          id={title.id}
          name={title.name}
          lines={[title.tells, `${title.trainedOn}; ${tested(title)}`]}
        />
      ))}
      {openings > 0 && (
        <Suspense fallback={null}>
          <OpenedChoice key={openings} />
        </Suspense>
      )}
    </fieldset>
  );
}
