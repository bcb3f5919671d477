import { useState } from 'react';
import { Radios } from '@/components/controls/Radios';
import { SUSPICIONS, type Suspicion } from '@/lib/challenges/faults/suspicions';
import words from '@/words/faults';
import styles from './Faults.module.css';
import { FAULT_WORDS } from './fault-words';

interface Props {
  readonly locked: boolean;
  /** Whether the healthy run, which the explanation needs, is still being trained. */
  readonly waiting: boolean;
  onAnswer(answer: Suspicion): void;
}

/** The possible faults, and “none”. */
export function Suspicions({ locked, waiting, onAnswer }: Props) {
  const [chosen, setChosen] = useState<Suspicion | null>(null);
  const ready = chosen !== null && !locked;
  return (
    <section className={styles.suspicions} aria-labelledby="suspicion">
      <Radios<Suspicion>
        className={styles.which}
        legend={<legend id="suspicion">{words.what()}</legend>}
        name="suspicion"
        options={SUSPICIONS.map((value) => ({
          value,
          words: FAULT_WORDS[value].name,
          disabled: locked && !waiting,
        }))}
        chosen={chosen}
        onChoose={setChosen}
      />
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
