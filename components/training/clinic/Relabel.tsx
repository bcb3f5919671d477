import { useRef, useState } from 'react';
import { ClassField } from '@/components/controls/ClassField';
import { useClassWord, useDataSet } from '@/components/state/hooks';
import type { Mending } from '@/lib/data/sets/training/mend';
import { relabel } from '@/lib/store/explore/clinic';
import words from '@/words/clinic';
import styles from './Clinic.module.css';
import type { Mistake } from './mistake';

interface Props {
  readonly mistake: Mistake;
  readonly subject: string;
  readonly mending: Mending;
}

/** Another label for an image: the predicted one, to begin with. */
export function Relabel({ mistake: { place, label, predicted }, subject, mending }: Props) {
  const classWord = useClassWord();
  const { classes } = useDataSet();
  const [chosen, setChosen] = useState(predicted);
  const button = useRef<HTMLButtonElement>(null);
  const wanted = mending.relabelled.get(place);
  return (
    <div className={styles.row}>
      <ClassField label={words.label()} classes={classes} chosen={chosen} onChoose={setChosen} />
      <button
        ref={button}
        type="button"
        className="button-quiet"
        aria-disabled={chosen === (wanted ?? label)}
        onClick={() => relabel(subject, place, chosen === label ? null : chosen)}
      >
        {words.relabel()}
      </button>
      {wanted !== undefined && (
        <>
          <span role="status">{words.willBe({ name: classWord(classes[wanted]) })}</span>
          <button
            type="button"
            className="button-text"
            onClick={() => {
              relabel(subject, place, null);
              // This button goes away.
              button.current?.focus();
            }}
          >
            {words.asBefore()}
          </button>
        </>
      )}
    </div>
  );
}
