import { number, Rich } from '@/components/site/Rich';
import words from '@/words/epoch-readings';
import styles from './Epochs.module.css';
import type { Read, Reading } from './readings';

interface Props {
  readonly reading: Reading;
  readonly reach: readonly [number, number];
  /** Whether there is a textbook's run to compare with. */
  readonly besideTextbook: boolean;
  onEpoch(epoch: number): void;
}

/** The figures of both runs at one epoch. */
export function EpochReading({ reading, reach, besideTextbook, onEpoch }: Props) {
  const { epoch, textbook, measured } = reading;
  return (
    <section className={styles.reading} aria-label={words.ofOne()}>
      <div className="in-line">
        <Turn word={words.previous()} sign="←" on={epoch > reach[0]} act={() => onEpoch(epoch - 1)} />
        <p className={styles.epoch}>
          <Rich text={words.epoch({ epoch })} tags={{ n: number }} />
        </p>
        <Turn word={words.next()} sign="→" on={epoch < reach[1]} act={() => onEpoch(epoch + 1)} />
      </div>
      <div className={styles.readings} aria-live="polite">
        {besideTextbook && <ReadingText who={words.textbook()} read={textbook} none={words.noTextbook()} />}
        <ReadingText who={words.measured()} read={measured} none={words.noMeasured()} />
      </div>
    </section>
  );
}

function ReadingText({ who, read, none }: { who: string; read: Read | null; none: string }) {
  return (
    <p>
      <span className={styles.who}>
        {who}
        {read && `: ${read.observation.title}`}
      </span>
      {read ? read.observation.sentence : none}
    </p>
  );
}

function Turn({ word, sign, on, act }: { word: string; sign: string; on: boolean; act(): void }) {
  return (
    <button
      type="button"
      className="button-quiet"
      aria-disabled={!on}
      aria-label={word}
      onClick={() => on && act()}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}
