'use client';

import { lazy, Suspense } from 'react';
import { followedCell } from '@/components/figures/followed';
import { useExplained } from '@/components/kinds/shared/use-explained';
import { WeightedSum } from '@/components/kinds/WeightedSum';
import type { WorkedProps } from '@/components/kinds/worked-props';
import { again } from '@/components/parts/again';
import { useLearner, usePipeline, useStage, useTrace } from '@/components/state/hooks';
import { Pending } from '@/components/state/Pending';
import words from '@/words/worked';
import styles from './Lesson.module.css';

/** That of the other kinds is loaded in their lessons only. */
const WorkedSum = lazy(
  again<WorkedProps>(() => import('@/components/kinds/WorkedSum').then((module) => module.WorkedSum)),
);

/**
 * One value of the learner's own image, computed step by step with the engine's real numbers. It is the one
 * that the lesson's figure follows, and that its button explains.
 */
export function ExampleCard({ of }: { readonly of: string }) {
  const { stage, trace: output } = useStage(of);
  const pipeline = usePipeline();
  const trace = useTrace();
  const channel = useLearner((state) => state.channel);
  const chosen = useLearner((state) => state.cell);
  const cell = followedCell(stage, output, channel, chosen);
  const explained = useExplained({ pipeline, stage, whole: trace }, cell);
  const isSum = stage.weights?.kernel !== undefined;
  if (!output || !explained)
    return (
      <p className={isSum ? styles.sumRoom : styles.waiting}>
        <Pending>{words.waiting()}</Pending>
      </p>
    );
  if (!explained.ok) return <p className={styles.waiting}>{explained.problem.sentence}</p>;
  const Sum = isSum ? WeightedSum : WorkedSum;
  return (
    <div className={styles.worked}>
      <Suspense fallback={null}>
        <Sum stage={stage} pipeline={pipeline} explanation={explained.value} />
      </Suspense>
    </div>
  );
}
