'use client';

import { useState } from 'react';
import type { ProblemId } from '@/lib/challenges/ids';
import { formatPercent } from '@/lib/format/format';
import { markAttempt } from '@/lib/state/challenge-marks';
import words from '@/words/challenge';
import type { Sayings } from './bench';
import styles from './Challenge.module.css';
import { OpenProblem } from './OpenProblem';
import { ProblemList } from './ProblemList';
import { useLab } from './use-lab';
import { useProblem } from './use-problem';
import { useTraining } from './use-training';

/** Ten problems, one open at a time. What was said to an answer, and what is being trained, outlasts the opening of others. */
export function Challenge() {
  const [problem, open] = useProblem();
  const getLab = useLab();
  const trainer = useTraining(getLab);
  const [sayings, setSayings] = useState<Sayings>({});
  const { running } = trainer;
  return (
    <div className={styles.bench}>
      <div>
        <ProblemList open={problem} onOpen={open} />
        <p role="status" className={styles.running}>
          {running && words.training({ share: formatPercent(Math.round(running.progress * 20) / 20) })}
        </p>
        {running && (
          <p className={styles.tools}>
            <progress value={running.progress} aria-label={words.underWay()} />
            <button type="button" className="button-quiet" onClick={trainer.cancel}>
              {words.stop()}
            </button>
          </p>
        )}
      </div>
      {problem ? (
        <OpenProblem
          key={problem}
          id={problem}
          said={sayings[problem] ?? null}
          {...{ getLab, trainer }}
          onSaid={(id: ProblemId, said) => {
            setSayings((now) => ({ ...now, [id]: said }));
            if (said.right !== null) markAttempt(id, said.right);
          }}
        />
      ) : (
        <p className={styles.none}>{words.chooseProblem()}</p>
      )}
    </div>
  );
}
