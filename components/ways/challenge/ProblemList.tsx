'use client';

import { number, Rich } from '@/components/site/Rich';
import { useProgress } from '@/components/state/hooks';
import { MOST_STARS } from '@/lib/challenges/standing-schema';
import { PROBLEM_IDS, PROBLEM_TITLES, type ProblemId } from '@/lib/course/challenges/ids';
import { PROBLEMS } from '@/lib/course/challenges/problems';
import words from '@/words/challenge';
import styles from './Challenge.module.css';
import { Stars } from './Stars';

interface Props {
  readonly open: ProblemId | null;
  onOpen(problem: ProblemId): void;
}

/** All problems with the stars they brought so far. */
export function ProblemList({ open, onOpen }: Props) {
  const challenges = useProgress((state) => state.challenges);
  const starsOf = (id: ProblemId) => challenges[id]?.stars ?? 0;
  const stars = PROBLEM_IDS.reduce((sum, id) => sum + starsOf(id), 0);
  return (
    <nav aria-labelledby="problems">
      <h3 id="problems" className={styles.heading}>
        <Rich
          text={words.starsOf({ stars, most: PROBLEM_IDS.length * MOST_STARS })}
          tags={{ n: number, stars: (text) => <b className="number">{text}</b> }}
        />
      </h3>
      <ol className={styles.list}>
        {PROBLEM_IDS.map((id) => (
          <li key={id}>
            <a
              href={`?problem=${id}`}
              aria-current={id === open ? 'true' : undefined}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                onOpen(id);
              }}
            >
              <span>{PROBLEM_TITLES[id]}</span> <Stars stars={starsOf(id)} />
              <span className={styles.about}>{PROBLEMS[id].about}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
