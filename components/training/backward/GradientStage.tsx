'use client';

import { useMemo } from 'react';
import { SLOPES } from '@/components/kinds/sentences/slopes';
import { usePipeline } from '@/components/state/hooks';
import { formatCount, formatShape } from '@/lib/format/format';
import { hasRelu } from '@/lib/kinds/parts/relu';
import { rulesOf } from '@/lib/kinds/registry';
import type { Pipeline, Stage } from '@/lib/network/pipeline';
import type { StageGradient } from '@/lib/provenance/backward';
import { asMap, isMap } from '@/lib/tensor/tensor';
import words from '@/words/backward';
import styles from './Backward.module.css';
import { GradientMaps } from './GradientMaps';
import { GradientUnits } from './GradientUnits';
import { LogitGradients } from './LogitGradients';

interface Props {
  readonly stage: Stage;
  /** Null until the network is loaded. */
  readonly gradient: StageGradient | null;
  /** The actual class. */
  readonly label: number;
}

/** One stage of the backward pass: the loss's gradient with respect to each of its values. */
export function GradientStage({ stage, gradient, label }: Props) {
  const pipeline = usePipeline();
  const last = stage.number === pipeline.stages.length;
  const values = useMemo(() => gradient && Float32Array.from(gradient.output), [gradient]);
  const stopped = useMemo(() => {
    if (!gradient || gradient.output === gradient.before) return 0;
    return gradient.output.reduce(
      (count, one, at) => count + Number(one !== 0 && gradient.before[at] === 0),
      0,
    );
  }, [gradient]);
  return (
    <div className={styles.stage}>
      <p>
        <b>{stage.title}</b>, {formatShape(stage.output)}. {slopeWords(stage, pipeline)}{' '}
        {values && !last && reluWords(stage, stopped)}
      </p>
      {last ? (
        <LogitGradients values={values} label={label} />
      ) : isMap(stage.output) ? (
        <GradientMaps stage={stage} shape={stage.output} values={values} />
      ) : rulesOf(stage.layer).unrolls ? (
        <GradientMaps stage={stage} shape={asMap(stage.input)} values={values} />
      ) : (
        <GradientUnits stage={stage} values={values} />
      )}
    </div>
  );
}

/** Where the gradient with respect to a stage's output comes from: one sentence about the next stage. */
function slopeWords(stage: Stage, { stages }: Pipeline): string {
  const next = stages[stage.number];
  if (!next) return words.ofLoss();
  return SLOPES[next.layer.kind](next);
}

/** How a ReLU changes the gradient before it reaches the stage's own sums; empty where there is none. */
function reluWords({ layer }: Stage, stopped: number): string {
  return hasRelu(layer) ? words.relu({ places: formatCount(stopped) }) : '';
}
