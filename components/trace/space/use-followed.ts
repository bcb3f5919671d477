import { useCallback, useMemo } from 'react';
import { followedCell } from '@/components/figures/followed';
import { useLearner, usePipeline, useTrace } from '@/components/state/hooks';
import type { Pipeline } from '@/lib/network/pipeline';
import type { Step } from '@/lib/provenance/path';
import { learner } from '@/lib/store/learner/learner';

/** The stage that is followed before the learner has chosen one: the first that has learned something. */
const firstStage = ({ stages }: Pipeline): string =>
  (stages.find(({ parameters }) => parameters > 0) ?? stages[0]).id;

/** The followed value: the learner's choice, as the address has it, or else the most telling one of its stage. */
export function useFollowed(): readonly [Step, (step: Step) => void] {
  const pipeline = usePipeline();
  const trace = useTrace();
  const chosen = useLearner((state) => state.stage);
  const channel = useLearner((state) => state.channel);
  const cell = useLearner((state) => state.cell);
  const step = useMemo((): Step => {
    const stage =
      pipeline.stages.find(({ id }) => id === chosen) ??
      pipeline.stages.find(({ id }) => id === firstStage(pipeline)) ??
      pipeline.stages[0];
    const tensor = trace?.stages.find((one) => one.stage === stage.id) ?? null;
    return { stage: stage.id, cell: followedCell(stage, tensor, channel, cell) };
  }, [pipeline, trace, chosen, channel, cell]);
  const follow = useCallback((to: Step) => {
    const state = learner.getState();
    state.openStage(to.stage);
    state.chooseChannel(to.cell[2] ?? null);
    state.follow(to.cell);
  }, []);
  return [step, follow];
}

/** Where one begins in a stage that is turned to: the most telling value of it. */
export function useBeginning(): (stage: string) => Step | null {
  const pipeline = usePipeline();
  const trace = useTrace();
  return (id) => {
    const stage = pipeline.stages.find((one) => one.id === id);
    const tensor = trace?.stages.find((one) => one.stage === id) ?? null;
    return stage ? { stage: id, cell: followedCell(stage, tensor, null, null) } : null;
  };
}
