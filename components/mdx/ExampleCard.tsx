'use client';

import { lazy, type ReactNode, Suspense } from 'react';
import { followedCell } from '@/components/figures/followed';
import { useExplained } from '@/components/kinds/shared/use-explained';
import type { WorkedProps } from '@/components/kinds/worked-props';
import { again } from '@/components/parts/again';
import { useLearner, usePipeline, useStage, useTrace } from '@/components/state/hooks';

/** It is far down in a lesson. */
const WorkedSum = lazy(
  again<WorkedProps>(() => import('@/components/kinds/WorkedSum').then((module) => module.WorkedSum)),
);

interface Props {
  readonly of: string;
  /** What stands there until it is computed. */
  readonly waiting: ReactNode;
}

/**
 * One value of the learner's own image, computed step by step with the engine's real numbers. It is the one
 * that the lesson's figure follows, and that its button explains.
 */
export function ExampleCard({ of, waiting }: Props) {
  const { stage, trace: output } = useStage(of);
  const pipeline = usePipeline();
  const trace = useTrace();
  const channel = useLearner((state) => state.channel);
  const chosen = useLearner((state) => state.cell);
  const cell = followedCell(stage, output, channel, chosen);
  const explained = useExplained({ pipeline, stage, whole: trace }, cell);
  if (!output || !explained) return waiting;
  if (!explained.ok) return <p>{explained.problem.sentence}</p>;
  return (
    <Suspense fallback={waiting}>
      <WorkedSum stage={stage} pipeline={pipeline} explanation={explained.value} />
    </Suspense>
  );
}
