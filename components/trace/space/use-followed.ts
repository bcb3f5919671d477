import { useCallback, useMemo } from 'react';
import { channelStats } from '@/components/canvas/channel-stats';
import { followedCell, followedUnit } from '@/components/figures/followed';
import { useLearner, usePipeline, useTrace } from '@/components/state/hooks';
import type { Pipeline, Stage } from '@/lib/network/pipeline';
import type { Step } from '@/lib/provenance/path';
import { patchOf, type SpaceLayout } from '@/lib/provenance/space/layout';
import { learner } from '@/lib/store/learner/learner';
import { type Cell, cellAt, isMap, type Tensor } from '@/lib/tensor/tensor';

/** The stage that is followed before the learner has chosen one: the first that has learned something. */
const firstStage = ({ stages }: Pipeline): string =>
  (stages.find(({ parameters }) => parameters > 0) ?? stages[0]).id;

/** Where one begins in a stage: at its most telling value, or where that is not drawn, at the largest that is. */
function beginningOf({ boards }: SpaceLayout, stage: Stage, tensor: Tensor | null): Cell {
  const cell = followedCell(stage, tensor, null, null);
  const board = boards.find((one) => one.stage === stage.id);
  if (!tensor || !board || patchOf(board, cell)) return cell;
  const { shown } = board;
  if (!isMap(stage.output))
    return [followedUnit(shown, { shape: [shown], values: tensor.values.subarray(0, shown) }, null)];
  const drawn = channelStats(tensor.values, stage.output).slice(0, shown);
  const { at } = drawn.reduce((best, own) => (own.largest > best.largest ? own : best));
  return cellAt(stage.output, at);
}

/** The followed value: the learner's choice, as the address has it, or else the one that its stage begins with. */
export function useFollowed(layout: SpaceLayout): readonly [Step, (step: Step) => void] {
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
    const chose = channel !== null || cell !== null;
    const at = chose ? followedCell(stage, tensor, channel, cell) : beginningOf(layout, stage, tensor);
    return { stage: stage.id, cell: at };
  }, [layout, pipeline, trace, chosen, channel, cell]);
  const follow = useCallback((to: Step) => {
    const state = learner.getState();
    state.openStage(to.stage);
    state.chooseChannel(to.cell[2] ?? null);
    state.follow(to.cell);
  }, []);
  return [step, follow];
}

/** Where one begins in a stage that is turned to. */
export function useBeginning(layout: SpaceLayout): (stage: string) => Step | null {
  const pipeline = usePipeline();
  const trace = useTrace();
  return (id) => {
    const stage = pipeline.stages.find((one) => one.id === id);
    const tensor = trace?.stages.find((one) => one.stage === id) ?? null;
    return stage ? { stage: id, cell: beginningOf(layout, stage, tensor) } : null;
  };
}
