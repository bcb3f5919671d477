'use client';

import { useCallback } from 'react';
import { followedCell } from '@/components/figures/followed';
import { Predicting, usePrediction } from '@/components/figures/predict';
import { InspectButton } from '@/components/inspector/InspectButton';
import { figureOf } from '@/components/kinds/figures';
import { Part } from '@/components/parts/Part';
import { useLearner, usePipeline, useStage, useTrace } from '@/components/state/hooks';
import { Comparison } from '@/components/time/Comparison';
import { type OnOpen, openValue } from '@/components/values/opening';
import { learner } from '@/lib/store/learner/learner';
import type { Cell } from '@/lib/tensor/tensor';
import parts from '@/words/figure-parts';
import styles from './Lesson.module.css';

interface StageProps {
  readonly id: string;
}

/** The figure of one stage, with the live values of the chosen image and the learner's choice. */
export const StageFigure = ({ id }: StageProps) => (
  <Part name={parts.figure({ stage: id })}>
    <LiveFigure id={id} />
  </Part>
);

function LiveFigure({ id }: StageProps) {
  const live = useStage(id);
  const pipeline = usePipeline();
  const channel = useLearner((state) => state.channel);
  const cell = useLearner((state) => state.cell);
  const trace = useTrace();
  const onCell = useCallback((next: Cell | null) => {
    learner.getState().restore(next?.length === 3 ? { cell: next, channel: next[2] } : { cell: next });
  }, []);
  const followed = followedCell(live.stage, live.trace, channel, cell);
  const prediction = usePrediction(live.stage, followed);
  const ofValues = prediction.on && prediction.ask !== 'shape';
  const onOpen: OnOpen = (step) => {
    const here = step.stage === id;
    if (here) onCell(step.cell);
    // A value that is to be predicted is not explained before; a click on a different one asks about that
    // one.
    const another = `${step.cell}` !== `${followed}`;
    const asked = ofValues && here && (prediction.open || another);
    if (!asked) openValue(step);
  };
  // The followed place stays the same while the learner changes the map.
  const onChannel = useCallback((next: number) => {
    const { cell: now, restore } = learner.getState();
    restore({ channel: next, ...(now?.length === 3 && { cell: [now[0], now[1], next] }) });
  }, []);
  const Figure = figureOf(live.stage.layer);
  return (
    <Predicting value={prediction}>
      <Part name={parts.comparison()}>
        <Comparison id={id} />
      </Part>
      <Figure
        {...live}
        layer={live.stage.layer}
        {...{ pipeline, whole: trace, channel, cell, onChannel, onCell, onOpen }}
      />
      <p className={styles.trace}>
        <InspectButton stage={id} cell={followed} later={ofValues && prediction.open} />
      </p>
    </Predicting>
  );
}
