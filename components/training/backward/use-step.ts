'use client';

import { useCallback, useEffect, useMemo, useState } from 'react';
import { useEngine, useLearner, usePipeline, useSubject, useTimeline } from '@/components/state/hooks';
import { firstWeight, isWeight } from '@/components/weights/weight-words';
import type { StepReport, StepWeight } from '@/lib/engine/examine-protocol';
import type { WeightChoice } from '@/lib/store/learner/learner';
import { observedWeight, observeStep } from '@/lib/store/session/observe';

export interface StepView {
  readonly report: StepReport | null;
  readonly weight: { readonly of: WeightChoice; readonly seen: StepWeight } | null;
  readonly busy: boolean;
  /** The error; null when there is none. */
  readonly sentence: string | null;
  take(): void;
}

const EMPTY = { report: null, weight: null, busy: false, sentence: null } as const;

/**
 * The weight that the learner chose, or the network's first where it does not exist; `missing` is the
 * nonexistent one.
 */
export function useWeightChoice() {
  const pipeline = usePipeline();
  const asked = useLearner((state) => state.weight);
  const choose = useLearner((state) => state.chooseWeight);
  const choice = useMemo(
    () => (asked && isWeight(pipeline, asked) ? asked : firstWeight(pipeline)),
    [pipeline, asked],
  );
  return { choice, missing: asked === choice ? null : asked, choose };
}

/**
 * The breakdown of the next training step, computed on request, and one weight of it. It is discarded when
 * the network changes. A request before the network is loaded, including one for an epoch in the address, is
 * carried out afterwards.
 */
export function useStep(choice: WeightChoice): StepView {
  const [view, setView] = useState<Omit<StepView, 'take'>>(EMPTY);
  const network = useSubject((view) => view.network);
  const step = network?.step ?? null;
  const epoch = useLearner((state) => state.epoch);
  const run = useTimeline()?.run ?? null;
  const up = useEngine(({ phase }) => phase === 'ready');
  const ready = up && (epoch === null || run !== null || network?.origin !== 'shipped');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step is then of a different network
  useEffect(() => setView((now) => (now.busy ? now : EMPTY)), [step, epoch, run]);
  const take = useCallback(() => setView({ ...EMPTY, busy: true }), []);
  const { busy, report } = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above; a pending request is repeated
  useEffect(
    () =>
      busy && ready
        ? unlessLeft(observeStep(), (answer) =>
            setView(
              answer.ok
                ? { ...EMPTY, report: answer.value }
                : { ...EMPTY, sentence: answer.problem.sentence },
            ),
          )
        : undefined,
    [busy, ready, step, epoch, run],
  );
  useEffect(
    () =>
      report
        ? unlessLeft(observedWeight(choice.stage, choice), (answer) =>
            setView((now) => ({
              ...now,
              weight: answer.ok ? { of: choice, seen: answer.value } : null,
              sentence: answer.ok ? null : answer.problem.sentence,
            })),
          )
        : undefined,
    [report, choice],
  );
  return { ...view, take };
}

/** Uses a response, unless the returned function was called before it arrived. */
function unlessLeft<T>(answer: Promise<T>, use: (answer: T) => void): () => void {
  let left = false;
  void answer.then((settled) => {
    if (!left) use(settled);
  });
  return () => {
    left = true;
  };
}
