'use client';

import { number, Rich } from '@/components/site/Rich';
import { useProgress } from '@/components/state/hooks';
import { MOST_STARS } from '@/lib/challenges/standing';
import words from '@/words/challenge';
import type { PutProblem } from './bench';
import styles from './Challenge.module.css';
import { Stars } from './Stars';

interface Props {
  readonly problems: readonly PutProblem[];
  /** The id of the open one. */
  readonly open: string | null;
  onOpen(problem: string): void;
}

/** All problems with the stars earned so far. */
export function ProblemList({ problems, open, onOpen }: Props) {
  const challenges = useProgress((state) => state.challenges);
  const starsOf = (id: string) => challenges[id]?.stars ?? 0;
  const stars = problems.reduce((sum, { id }) => sum + starsOf(id), 0);
  return (
    <nav aria-labelledby="problems">
      <h3 id="problems" className={styles.heading}>
        <Rich
          text={words.starsOf({ stars, most: problems.length * MOST_STARS })}
          tags={{ n: number, stars: (text) => <b className="number">{text}</b> }}
        />
      </h3>
      <ol className={styles.list}>
        {problems.map(({ id, title, about }) => (
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
              <span>{title}</span> <Stars stars={starsOf(id)} />
              <span className={styles.about}>{about}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
