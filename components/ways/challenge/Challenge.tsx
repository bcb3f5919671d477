'use client';

import { Activity, useEffect, useState } from 'react';
import { formatPercent } from '@/lib/format/format';
import { notices } from '@/lib/store/page/notices';
import words from '@/words/challenge';
import styles from './Challenge.module.css';
import { COURSE_PROBLEMS } from './course-problems';
import { OpenProblem } from './OpenProblem';
import { ProblemList } from './ProblemList';
import { useLab } from './use-lab';
import { useTraining } from './use-training';

const IDS = COURSE_PROBLEMS.map(({ id }) => id);

/**
 * Ten problems, one open at a time, at first the first one. Those opened before keep their state, and a training that is
 * under way continues.
 */
export function Challenge() {
  const [named, open] = useProblem(IDS);
  const problem = named ?? IDS[0];
  const getLab = useLab();
  const trainer = useTraining(getLab);
  const [opened, setOpened] = useState<readonly string[]>([]);
  if (!opened.includes(problem)) setOpened([...opened, problem]);
  const { running } = trainer;
  return (
    <div className={styles.bench}>
      <div>
        <ProblemList problems={COURSE_PROBLEMS} open={problem} onOpen={open} />
        <p role="status" className="status">
          {running && words.training({ share: formatPercent(Math.round(running.progress * 20) / 20) })}
        </p>
        {running && (
          <p className={`button-row ${styles.tools}`}>
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
            <OpenProblem problem={one} wanted={named === one.id} {...{ getLab, trainer }} />
          </Activity>
        ))}
    </div>
  );
}

const PARAMETER = 'problem';

function named(ids: readonly string[]): string | null {
  const text = new URLSearchParams(window.location.search).get(PARAMETER);
  const problem = ids.find((id) => id === text) ?? null;
  if (text !== null && !problem) notices.getState().notify(words.noProblem({ name: text.slice(0, 40) }));
  return problem;
}

/** The address of a problem; its other parameters are kept. */
function addressOf(problem: string): string {
  const address = new URL(window.location.href);
  address.searchParams.set(PARAMETER, problem);
  return `${address.pathname}${address.search}`;
}

/**
 * The problem that the address names, and how to open a different one: each is a step in the browser's
 * history.
 */
function useProblem(ids: readonly string[]): readonly [string | null, (problem: string) => void] {
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    const read = () => setProblem(named(ids));
    read();
    window.addEventListener('popstate', read);
    return () => window.removeEventListener('popstate', read);
  }, [ids]);
  const open = (next: string) => {
    window.history.pushState(null, '', addressOf(next));
    setProblem(next);
  };
  return [problem, open];
}
