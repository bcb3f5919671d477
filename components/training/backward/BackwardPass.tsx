'use client';

import { useMemo, useState } from 'react';
import { ChoiceField } from '@/components/controls/ChoiceField';
import { ClassField } from '@/components/controls/ClassField';
import { Rich } from '@/components/site/Rich';
import { useImage, usePipeline, useTrace } from '@/components/state/hooks';
import { Pending } from '@/components/state/Pending';
import { formatNumber, formatPercent } from '@/lib/format/format';
import { lossGradients } from '@/lib/provenance/loss';
import words from '@/words/backward';
import styles from './Backward.module.css';
import { GradientStage } from './GradientStage';

/** A smaller loss leaves hardly any visible gradient. */
const LITTLE = 0.01;

/** The gradients of the chosen image's loss, from the output back to the image. */
export function BackwardPass() {
  const pipeline = usePipeline();
  const image = useImage();
  const trace = useTrace();
  const { classes } = pipeline.architecture;
  const [chosen, setChosen] = useState<number | null>(null);
  const [open, setOpen] = useState(pipeline.stages[pipeline.stages.length - 1].id);
  const label = chosen ?? Math.max(0, classes.indexOf(image?.label ?? ''));
  const passed = useMemo(
    () => (trace?.complete ? lossGradients(pipeline, trace, trace.weights, label) : null),
    [pipeline, trace, label],
  );
  const gradients = passed?.ok ? passed.value : null;
  const stage = gradients?.stages.find((one) => one.stage.id === open) ?? null;
  return (
    <>
      <div className={styles.ask}>
        <ClassField label={words.rightClass()} classes={classes} chosen={label} onChoose={setChosen} />
        <p role="status">
          {gradients ? (
            <>
              <Rich
                text={words.loss({
                  share: formatPercent(gradients.probabilities[label]),
                  loss: formatNumber(gradients.loss),
                })}
                tags={{ n: (children) => <span className="number tied">{children}</span> }}
              />
              {gradients.loss < LITTLE && ` ${words.little()}`}
            </>
          ) : passed && !passed.ok ? (
            passed.problem.sentence
          ) : (
            <Pending>{words.loading()}</Pending>
          )}
        </p>
      </div>
      <div className={styles.stages}>
        <ChoiceField<string>
          label={words.stageChoice()}
          options={pipeline.stages.map(({ id }) => ({ value: id, words: id })).reverse()}
          chosen={open}
          onChoose={setOpen}
        />
      </div>
      <GradientStage
        key={open}
        stage={pipeline.stages.find(({ id }) => id === open) ?? pipeline.stages[0]}
        gradient={stage}
        label={label}
      />
    </>
  );
}
