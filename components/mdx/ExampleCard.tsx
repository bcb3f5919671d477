'use client';

import { type ReactNode, Suspense } from 'react';
import { followedCell } from '@/components/figures/followed';
import { EXAMPLES } from '@/components/kinds/examples';
import { useExplained } from '@/components/kinds/shared/use-explained';
import { useLearner, usePipeline, useStage, useTrace } from '@/components/state/hooks';

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
  const Worked = EXAMPLES[stage.layer.kind];
  return (
    <Suspense fallback={waiting}>
      <Worked stage={stage} pipeline={pipeline} explanation={explained.value} />
    </Suspense>
  );
}
