'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { useDataSet, useHasEpochs, usePipeline, useStageAddress, useSubject } from '@/components/state/hooks';
import { stageNamed } from '@/lib/store/subject/stage-named';
import { FIRST_SUBJECT } from '@/lib/store/subject/subject';
import words from '@/words/home';

const useIsCourse = () => useSubject(({ subject }) => subject.id === FIRST_SUBJECT);

interface LinkProps {
  /** False where the page is not fetched ahead. */
  readonly prefetch?: false;
  /** Names the page where the network can be trained as it is. */
  readonly children: ReactNode;
}

/** Where the network is trained: without the images that it was trained on, only on the learner's own. */
export function TrainLink({ prefetch, children }: LinkProps) {
  const { images } = useDataSet();
  return (
    <Link href={images ? '/train/' : '/data/'} prefetch={prefetch}>
      {images ? children : words.trainOwn()}
    </Link>
  );
}

/** What the step of the walk on training offers. */
export const TrainWords = () => (useDataSet().images ? words.trainText() : words.trainOwnText());

/** What the step of the walk on the epochs offers: only the course's network stands beside a textbook. */
export function EpochsWords() {
  const course = useIsCourse();
  const hasEpochs = useHasEpochs();
  if (course) return words.epochsText();
  return hasEpochs ? words.epochsMeasuredText() : words.epochsNoneText();
}

interface LessonsProps {
  /** The stages of the walk's lessons, by their ids in the course's network. */
  readonly stages: readonly string[];
  /** The lessons of the course, as links. */
  readonly children: ReactNode;
}

/** The lessons that the walk begins with: those of the course, or those on the stages of another network that are alike. */
export function LessonsOfWalk({ stages: named, children }: LessonsProps) {
  const pipeline = usePipeline();
  const addressOf = useStageAddress();
  if (useIsCourse()) return children;
  const alike = new Set(named.flatMap((id) => stageNamed(pipeline, id)?.id ?? []));
  return (
    <>
      {words.lessonsOfText({ stages: pipeline.stages.length })}{' '}
      {[...alike].map((id) => (
        <span key={id}>
          <Link href={addressOf(id)} prefetch={false}>
            {id}
          </Link>{' '}
        </span>
      ))}
    </>
  );
}

/** A link to the first lesson of the network. */
export function FirstLesson({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  const { stages } = usePipeline();
  const addressOf = useStageAddress();
  return (
    <Link href={useIsCourse() ? href : addressOf(stages[0].id)} prefetch={false}>
      {children}
    </Link>
  );
}
