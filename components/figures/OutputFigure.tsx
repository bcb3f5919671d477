'use client';

import { useMemo } from 'react';
import { ProbabilityBars } from '@/components/charts/ProbabilityBars';
import { formatCount, formatPercent } from '@/lib/format/format';
import type { DenseLayer } from '@/lib/layers/types';
import { mapsRead } from '@/lib/provenance/reads';
import { contributionsOf, termName } from './contributions';
import dense from './DenseFigure.module.css';
import { explanationOf, sentenceOf } from './explained';
import { FigureFrame } from './FigureFrame';
import type { FigureProps } from './figure-props';
import { followedUnit } from './followed';
import styles from './OutputFigure.module.css';
import { ContributionList } from './parts/ContributionList';
import { LongSum } from './parts/LongSum';
import { SoftmaxSteps } from './parts/SoftmaxSteps';
import { SoftmaxTable } from './parts/SoftmaxTable';
import { stageBefore } from './source';

/** How many terms on each side are named. */
const NAMED = 5;

/** The output: logits, their exponentials, the softmax, and what made the followed class's logit. */
export function OutputFigure(props: FigureProps<DenseLayer>) {
  const { layer, stage, pipeline, trace, explainAt, cell, onCell, onOpen } = props;
  const { classes } = pipeline.architecture;
  const maps = useMemo(() => mapsRead(stage, pipeline), [stage, pipeline]);
  const unit = useMemo(() => followedUnit(layer.units, trace, cell), [layer.units, trace, cell]);
  const explained = useMemo(() => explainAt([unit]), [explainAt, unit]);
  const explanation = explanationOf(explained);
  const steps = explanation?.softmax ?? null;
  const contributions = useMemo(
    () => (explanation ? contributionsOf(explanation.terms, NAMED) : null),
    [explanation],
  );
  const open = (n: number) => onOpen({ stage: stage.id, cell: [n] });
  const name = classes[unit] ?? `unit ${unit}`;
  return (
    <FigureFrame
      label={`${stage.title}: from logits to probabilities`}
      words={() => (
        <p>
          {trace
            ? classes.map((own, at) => `${own} ${formatPercent(trace.values[at])}`).join(', ')
            : 'The numbers are on their way.'}
        </p>
      )}
    >
      <div className={styles.top}>
        <div className={styles.side}>
          <SoftmaxTable
            {...{ classes, steps, unit }}
            probabilities={trace?.values ?? null}
            onPick={(n) => onCell([n])}
            onOpen={open}
          />
          <div className={styles.bars} data-veil="value">
            <ProbabilityBars classes={classes} probabilities={trace?.values ?? null} onOpen={open} />
          </div>
          <SoftmaxSteps {...{ steps, unit, name }} probability={trace?.values[unit] ?? null} />
        </div>
        <div className={styles.side}>
          <p>
            What makes the logit of <strong>{name}</strong>: the strongest of {formatCount(stage.input[0])}{' '}
            terms, each a value times its weight
          </p>
          {contributions ? (
            <ContributionList
              contributions={contributions}
              label={`Strongest terms of ${name}`}
              nameOf={(term) => termName(term, maps)}
              onOpen={({ source }) => onOpen({ stage: stageBefore(stage, pipeline), cell: source })}
            />
          ) : (
            <p className={dense.waiting}>{sentenceOf(explained) ?? 'The numbers are on their way.'}</p>
          )}
          {explanation && <LongSum layer={layer} explanation={explanation} />}
        </div>
      </div>
    </FigureFrame>
  );
}
