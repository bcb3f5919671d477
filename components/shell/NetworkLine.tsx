'use client';

import { useLearner, useSubject } from '@/components/state/hooks';
import { formatCount, formatPercent } from '@/lib/format/format';
import { FIRST_SUBJECT } from '@/lib/network/subject';
import { TITLES, type Title } from '@/lib/shelf/titles';
import { learner } from '@/lib/store/learner/learner';
import words from '@/words/shelf';
import styles from './NetworkLine.module.css';

const tested = ({ test }: Title): string =>
  words.tested({ share: formatPercent(test.accuracy), images: formatCount(test.images) });

/** Where the shown weights come from and how good they are; of the shipped ones it was measured. */
function useStanding(title: Title | undefined): string | null {
  const origin = useSubject(({ network }) => network?.origin ?? 'shipped');
  if (origin === 'shipped') return title ? `${title.trainedOn}; ${tested(title)}` : null;
  return origin === 'initial' ? words.untrained() : words.trained();
}

/** Which network all pages show, what it was trained on and how well it does, with the choice of another. */
export function NetworkLine() {
  const subject = useSubject((view) => view.subject);
  const title = TITLES.find(({ id }) => id === subject.id);
  const standing = useStanding(title);
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
      <div id="network-choice" popover="auto" className={`panel ${styles.panel}`}>
        <Choice />
      </div>
    </section>
  );
}

/** The networks of the shelf. */
function Choice() {
  const chosen = useLearner(({ network }) => network ?? FIRST_SUBJECT);
  return (
    <fieldset>
      <legend>{words.choose()}</legend>
      <p>{words.chooseHow()}</p>
      {TITLES.map((title) => (
        <label key={title.id} className={styles.option}>
          <input
            type="radio"
            name="network"
            checked={chosen === title.id}
            onChange={() => learner.getState().chooseNetwork(title.id === FIRST_SUBJECT ? null : title.id)}
          />
          <b>{title.name}</b>
          <span>{title.tells}</span>
          <span>
            {title.trainedOn}; {tested(title)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
