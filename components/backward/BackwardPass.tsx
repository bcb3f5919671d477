'use client';

import { useMemo, useState } from 'react';
import { useNetwork, useTrace } from '@/components/state/hooks';
import { formatNumber, formatPercent } from '@/lib/format/format';
import { lossGradients } from '@/lib/provenance/loss';
import styles from './Backward.module.css';
import { GradientStage } from './GradientStage';
import { StageChoice } from './StageChoice';

/** A loss below this leaves hardly any gradient to see. */
const LITTLE = 0.01;

/** The gradients of the chosen picture's loss, from the output back to the picture. */
export function BackwardPass() {
  const pipeline = useNetwork((view) => view.pipeline);
  const picture = useNetwork((view) => view.picture);
  const trace = useTrace();
  const { classes } = pipeline.architecture;
  const [chosen, setChosen] = useState<number | null>(null);
  const [open, setOpen] = useState(pipeline.stages[pipeline.stages.length - 1].id);
  const label = chosen ?? Math.max(0, classes.indexOf(picture?.label ?? ''));
  const passed = useMemo(
    () => (trace?.complete ? lossGradients(pipeline, trace, trace.weights, label) : null),
    [pipeline, trace, label],
  );
  const gradients = passed?.ok ? passed.value : null;
  const stage = gradients?.stages.find((one) => one.stage.id === open) ?? null;
  return (
    <>
      <div className={styles.ask}>
        <label className="field">
          The right class{' '}
          <select value={label} onChange={(event) => setChosen(Number(event.currentTarget.value))}>
            {classes.map((name, unit) => (
              <option key={name} value={unit}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <p role="status">
          {gradients ? (
            <>
              The network gives it {formatPercent(gradients.probabilities[label])}, so the loss is{' '}
              <span className="number">−log P = {formatNumber(gradients.loss)}</span>.
              {gradients.loss < LITTLE &&
                ' There is little left to learn from it: go back to an early epoch above, or say that another class were right.'}
            </>
          ) : passed && !passed.ok ? (
            passed.problem.sentence
          ) : (
            'The network is on its way.'
          )}
        </p>
      </div>
      <StageChoice stages={[...pipeline.stages].reverse()} chosen={open} onChoose={setOpen} />
      <GradientStage
        key={open}
        stage={pipeline.stages.find(({ id }) => id === open) ?? pipeline.stages[0]}
        gradient={stage}
        label={label}
      />
    </>
  );
}
