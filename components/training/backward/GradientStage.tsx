'use client';

import { useMemo } from 'react';
import { useNetwork } from '@/components/state/hooks';
import { formatShape } from '@/lib/format/format';
import { rulesOf } from '@/lib/kinds/registry';
import type { Stage } from '@/lib/network/pipeline';
import type { StageGradient } from '@/lib/provenance/backward';
import { asMap, isMap } from '@/lib/tensor/tensor';
import styles from './Backward.module.css';
import { GradientMaps } from './GradientMaps';
import { GradientUnits } from './GradientUnits';
import { LogitGradients } from './LogitGradients';
import { reluWords, slopeWords } from './slope-words';

interface Props {
  readonly stage: Stage;
  /** Null until the network is there. */
  readonly gradient: StageGradient | null;
  /** The right class. */
  readonly label: number;
}

/** One stage on the way back: the loss's gradient to each of its values. */
export function GradientStage({ stage, gradient, label }: Props) {
  const pipeline = useNetwork((view) => view.pipeline);
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
