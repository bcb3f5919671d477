'use client';

import Link from 'next/link';
import { StageLink } from '@/components/site/movement/StageLink';
import { ReadMark } from '@/components/site/walk/ReadMark';
import { useSubject } from '@/components/state/hooks';
import { rulesOf } from '@/lib/kinds/registry';
import type { Pipeline, Stage } from '@/lib/network/pipeline';
import { stageAddress } from '@/lib/store/subject/stage-address';
import lesson from '@/words/lesson';
import words from '@/words/stage-page';
import styles from './LessonHead.module.css';

interface Props {
  readonly stage: Stage;
  readonly pipeline: Pipeline;
  readonly search: string;
}

/** Links to the stages before and after; the last one links to the prediction trace. */
export function StageTurn({ stage, pipeline: { stages }, search }: Props) {
  const subject = useSubject((view) => view.subject);
  const before = stages[stage.number - 2];
  const after = stages[stage.number];
  return (
    <>
      <ReadMark stage={stage.id} />
      <nav className={styles.turn} aria-label={words.turn()}>
        {before && (
          <StageLink href={stageAddress(before.id, subject, search)} rel="prev" prefetch={false}>
            <span>{lesson.before({ stage: before.id })}</span>
            <b>{rulesOf(before.layer).name}</b>
          </StageLink>
        )}
        {after ? (
          <StageLink href={stageAddress(after.id, subject, search)} rel="next" prefetch={false}>
            <span>{lesson.next({ stage: after.id })}</span>
            <b>{rulesOf(after.layer).name}</b>
          </StageLink>
        ) : (
          <Link href="/trace/" rel="next" prefetch={false}>
            <span>{lesson.nextStep()}</span>
            <b>{words.whole()}</b>
          </Link>
        )}
      </nav>
    </>
  );
}
