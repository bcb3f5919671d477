'use client';

import { Activity, useState } from 'react';
import { formatPercent } from '@/lib/format/format';
import words from '@/words/challenge';
import styles from './Challenge.module.css';
import { COURSE_PROBLEMS } from './course-problems';
import { OpenProblem } from './OpenProblem';
import { ProblemList } from './ProblemList';
import { useLab } from './use-lab';
import { useProblem } from './use-problem';
import { useTraining } from './use-training';

const IDS = COURSE_PROBLEMS.map(({ id }) => id);

/** Ten problems, one open at a time. Those opened before stay as they were left, and what is being trained goes on. */
export function Challenge() {
  const [problem, open] = useProblem(IDS);
  const getLab = useLab();
  const trainer = useTraining(getLab);
  const [opened, setOpened] = useState<readonly string[]>([]);
  if (problem && !opened.includes(problem)) setOpened([...opened, problem]);
  const { running } = trainer;
  return (
    <div className={styles.bench}>
      <div>
        <ProblemList problems={COURSE_PROBLEMS} open={problem} onOpen={open} />
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
      {opened
        .flatMap((id) => COURSE_PROBLEMS.find((one) => one.id === id) ?? [])
        .map((one) => (
          <Activity key={one.id} mode={one.id === problem ? 'visible' : 'hidden'}>
            <OpenProblem problem={one} {...{ getLab, trainer }} />
          </Activity>
        ))}
      {!problem && <p className={styles.none}>{words.chooseProblem()}</p>}
    </div>
  );
}
