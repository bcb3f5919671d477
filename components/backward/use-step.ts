'use client';

import { useCallback, useEffect, useMemo, useState } from 'react';
import { useLearner, useNetwork } from '@/components/state/hooks';
import { firstWeight, isWeight } from '@/components/weights/weight-words';
import type { StepReport, StepWeight } from '@/lib/engine/step-protocol';
import type { WeightChoice } from '@/lib/state/learner';
import { observedWeight, observeStep } from '@/lib/state/observe';

export interface StepView {
  readonly report: StepReport | null;
  readonly weight: { readonly of: WeightChoice; readonly seen: StepWeight } | null;
  readonly busy: boolean;
  /** Whether the network that is looked at is there: also that of an epoch which an address asks for. */
  readonly ready: boolean;
  /** What went wrong; null when all is well. */
  readonly sentence: string | null;
  take(): void;
}

const EMPTY = { report: null, weight: null, busy: false, sentence: null } as const;

/** The weight that the learner chose, or the network's first where there is none such; `missing` is the one that is not there. */
export function useWeightChoice() {
  const pipeline = useNetwork((view) => view.pipeline);
  const asked = useLearner((state) => state.weight);
  const choose = useLearner((state) => state.chooseWeight);
  const choice = useMemo(
    () => (asked && isWeight(pipeline, asked) ? asked : firstWeight(pipeline)),
    [pipeline, asked],
  );
  return { choice, missing: asked === choice ? null : asked, choose };
}

/** The next training step, taken apart when it is asked for, and one weight of it. Another network lets go of it. */
export function useStep(choice: WeightChoice): StepView {
  const [view, setView] = useState<Omit<StepView, 'ready' | 'take'>>(EMPTY);
  const step = useNetwork(({ network }) => network?.step ?? null);
  const epoch = useLearner((state) => state.epoch);
  const run = useNetwork(({ timeline }) => timeline?.run ?? null);
  const ready = useNetwork(
    ({ phase, network, timeline }) =>
      phase === 'ready' && (epoch === null || timeline !== null || network?.origin !== 'shipped'),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was taken apart is of another network then
  useEffect(() => setView(EMPTY), [step, epoch, run]);
  const take = useCallback(() => {
    setView({ ...EMPTY, busy: true });
    void observeStep().then((answer) =>
      setView(
        answer.ok ? { ...EMPTY, report: answer.value } : { ...EMPTY, sentence: answer.problem.sentence },
      ),
    );
  }, []);
  const { report } = view;
  useEffect(() => {
    if (!report) return;
    let left = false;
    void observedWeight(choice.stage, choice).then((answer) => {
      if (left) return;
      setView((now) => ({
        ...now,
        weight: answer.ok ? { of: choice, seen: answer.value } : null,
        sentence: answer.ok ? null : answer.problem.sentence,
      }));
    });
    return () => {
      left = true;
    };
  }, [report, choice]);
  return { ...view, ready, take };
}
