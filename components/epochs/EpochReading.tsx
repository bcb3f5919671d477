import styles from './Epochs.module.css';
import type { Read, Reading } from './readings';

interface Props {
  readonly reading: Reading;
  readonly reach: readonly [number, number];
  onEpoch(epoch: number): void;
}

/** One epoch, read: what both runs show there. */
export function EpochReading({ reading, reach, onEpoch }: Props) {
  const { epoch, textbook, measured } = reading;
  return (
    <section className={styles.reading} aria-label="Reading of one epoch">
      <div className={styles.turn}>
        <Turn word="Previous epoch" sign="←" on={epoch > reach[0]} act={() => onEpoch(epoch - 1)} />
        <p className={styles.epoch}>
          Epoch <span className="number">{epoch}</span>
        </p>
        <Turn word="Next epoch" sign="→" on={epoch < reach[1]} act={() => onEpoch(epoch + 1)} />
      </div>
      <div className={styles.says} aria-live="polite">
        <Says who="Textbook" read={textbook} none="The textbook’s trace has no such epoch." />
        <Says who="Measured" read={measured} none="The measured run has no such epoch." />
      </div>
    </section>
  );
}

function Says({ who, read, none }: { who: string; read: Read | null; none: string }) {
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
