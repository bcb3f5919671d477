import { useState } from 'react';
import { SUSPICIONS, type Suspicion } from '@/lib/faults/suspicions';
import words from '@/words/faults';
import styles from './Faults.module.css';
import { FAULT_WORDS } from './fault-words';

interface Props {
  readonly locked: boolean;
  /** Whether the healthy run, which the explanation needs, is still being trained. */
  readonly waiting: boolean;
  onAnswer(answer: Suspicion): void;
}

/** What may be wrong: one of them, or nothing. */
export function Suspicions({ locked, waiting, onAnswer }: Props) {
  const [chosen, setChosen] = useState<Suspicion | null>(null);
  const ready = chosen !== null && !locked;
  return (
    <section className={styles.suspicions} aria-labelledby="suspicion">
      <fieldset>
        <legend id="suspicion">{words.what()}</legend>
        {SUSPICIONS.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="suspicion"
              checked={chosen === one}
              disabled={locked && !waiting}
              onChange={() => setChosen(one)}
            />
            <span>{FAULT_WORDS[one].name}</span>
          </label>
        ))}
      </fieldset>
      <button
        type="button"
        className="button"
        aria-disabled={!ready}
        onClick={() => ready && onAnswer(chosen)}
      >
        {waiting ? words.stillTraining() : words.finding()}
      </button>
    </section>
  );
}
