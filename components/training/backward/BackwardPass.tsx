'use client';

import { useMemo, useRef, useState } from 'react';
import { ChoiceField } from '@/components/controls/ChoiceField';
import { ClassField } from '@/components/controls/ClassField';
import { ChosenImage } from '@/components/images/ChosenImage';
import { Rich } from '@/components/site/Rich';
import { ScrollHint } from '@/components/site/ScrollHint';
import { useImage, usePipeline, useTrace } from '@/components/state/hooks';
import { Pending } from '@/components/state/Pending';
import { formatNumber, formatPercent } from '@/lib/format/format';
import type { Stage } from '@/lib/network/pipeline';
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
        <ChosenImage />
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

interface Props {
  /** In the order of the backward pass. */
  readonly stages: readonly Stage[];
  readonly chosen: string;
  onChoose(id: string): void;
}

/** The choice of a stage in the backward pass. */
function StageChoice({ stages, chosen, onChoose }: Props) {
  const row = useRef<HTMLDivElement>(null);
  return (
    <div className={styles.stages}>
      <ScrollHint of={row} above />
      <div ref={row} className={styles.row}>
        <ChoiceField
          label={words.stageChoice()}
          options={stages.map(({ id }) => ({ value: id, words: id }))}
          chosen={chosen}
          onChoose={onChoose}
        />
      </div>
    </div>
  );
}
