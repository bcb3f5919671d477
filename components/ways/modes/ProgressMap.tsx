'use client';

import Link from 'next/link';
import { FileTools } from '@/components/site/FileTools';
import { usePipeline, useProgress, useStageAddress } from '@/components/state/hooks';
import { MOST_STARS, starSigns } from '@/lib/challenges/standing';
import { formatCount } from '@/lib/format/format';
import type { Score } from '@/lib/store/learner/done';
import { deleteProgress } from '@/lib/store/learner/progress';
import { openProgress, progressFile, scoreOf } from '@/lib/store/learner/progress-file';
import words from '@/words/modes';
import styles from './Modes.module.css';
import type { ModeId } from './mode-ids';

interface Titled {
  readonly id: string;
  readonly title: string;
}

interface Props {
  readonly modes: readonly { readonly mode: ModeId; readonly title: string }[];
  /** The problems of the challenge. */
  readonly problems: readonly Titled[];
}

/**
 * The learner's progress, over stages and ways to learn; it can be saved to a file, read from one, or
 * deleted.
 */
export function ProgressMap({ modes, problems }: Props) {
  const { stages } = usePipeline();
  const addressOf = useStageAddress();
  const read = useProgress((state) => state.read);
  const done = useProgress((state) => state.modes);
  const challenges = useProgress((state) => state.challenges);
  const questions = useProgress((state) => state.questions);
  const { met, right } = scoreOf(questions);
  return (
    <section aria-labelledby="progress" className={styles.progress}>
      <h2 id="progress">{words.howFar()}</h2>
      <ol className={styles.map}>
        {stages.map(({ id, title }) => (
          <Mark key={id} href={addressOf(id)} title={title} done={read.includes(id)} score={questions[id]} />
        ))}
      </ol>
      <ul className={styles.map}>
        {modes.map(({ mode, title }) => (
          <Mark key={mode} href={`/modes/${mode}/`} title={title} done={done.includes(mode)} />
        ))}
      </ul>
      <ol className={styles.map} aria-label={words.problems()}>
        {problems.map(({ id, title }) => (
          <Mark
            key={id}
            href={`/modes/challenge/?problem=${id}`}
            title={title}
            done={(challenges[id]?.stars ?? 0) > 0}
            stars={challenges[id]?.stars ?? 0}
          />
        ))}
      </ol>
      <p className={styles.score}>{words.questions({ met, right })}</p>
      <FileTools
        what={words.progress()}
        fileName="pipeline-tracer-progress.json"
        question={words.deleteProgress()}
        write={progressFile}
        open={openProgress}
        onDelete={deleteProgress}
      />
    </section>
  );
}

function Mark({
  href,
  title,
  done,
  score,
  stars,
}: {
  readonly href: string;
  readonly title: string;
  readonly done: boolean;
  /** The score of its questions, where any were answered. */
  readonly score?: Score;
  /** For a problem. */
  readonly stars?: number;
}) {
  const sign = done ? '✓' : '·';
  const stateText = done ? words.isDone() : words.notDone();
  return (
    <li data-done={done}>
      <Link href={href} prefetch={false}>
        {title}
      </Link>
      {score && (
        <span className="number">
          <span aria-hidden="true">
            {formatCount(score.right)}/{formatCount(score.met)}
          </span>
          <span className="visually-hidden">
            {words.stageQuestions({ met: score.met, right: score.right })}
          </span>
        </span>
      )}
      <span aria-hidden="true">{stars === undefined ? sign : starSigns(stars)}</span>
      <span className="visually-hidden">
        {stars === undefined ? stateText : words.stars({ stars, most: MOST_STARS })}
      </span>
    </li>
  );
}
