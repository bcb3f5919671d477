'use client';

import { useMemo } from 'react';
import { ProbabilityBars } from '@/components/charts/ProbabilityBars';
import { formatCount, formatPercent } from '@/lib/format/format';
import { softmax } from '@/lib/layers/activation';
import { rulesOf } from '@/lib/layers/registry';
import type { DenseLayer } from '@/lib/layers/types';
import { contributionsOf, flattenedShape, termName } from './contributions';
import dense from './DenseFigure.module.css';
import { FigureFrame } from './FigureFrame';
import type { FigureProps } from './figure-props';
import { followedUnit } from './followed';
import styles from './OutputFigure.module.css';
import { ContributionList } from './parts/ContributionList';
import { LongSum } from './parts/LongSum';
import { SoftmaxSteps } from './parts/SoftmaxSteps';
import { SoftmaxTable } from './parts/SoftmaxTable';

/** How many terms on each side are named. */
const NAMED = 6;

/** The output: logits, their exponentials, the softmax, and what made the winner's logit. */
export function OutputFigure({
  layer,
  stage,
  pipeline,
  input,
  trace,
  weights,
  cell,
  onCell,
}: FigureProps<DenseLayer>) {
  const { classes } = pipeline.architecture;
  const maps = useMemo(() => flattenedShape(stage, pipeline), [stage, pipeline]);
  const unit = useMemo(() => followedUnit(layer.units, trace, cell), [layer.units, trace, cell]);
  const steps = useMemo(() => (trace?.before ? softmax(Array.from(trace.before)) : null), [trace]);
  const explanation = useMemo(
    () => (input && weights ? rulesOf(layer).explain(layer, input, weights, [unit]) : null),
    [layer, input, weights, unit],
  );
  const contributions = useMemo(
    () => (explanation ? contributionsOf(explanation.terms, NAMED) : null),
    [explanation],
  );
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
          />
        </div>
        <div className={styles.side}>
          <p>The softmax: each exponential over the sum of all</p>
          <ProbabilityBars classes={classes} probabilities={trace?.values ?? null} />
        </div>
      </div>
      <SoftmaxSteps {...{ steps, unit, name }} probability={trace?.values[unit] ?? null} />
      <div className={styles.side}>
        <p>
          What makes the logit of {name}: the strongest of {formatCount(stage.input[0])} terms, each a value
          times its weight
        </p>
        {contributions ? (
          <ContributionList
            contributions={contributions}
            label={`Strongest terms of ${name}`}
            nameOf={(term) => termName(term, maps)}
          />
        ) : (
          <p className={dense.waiting}>
            The {formatCount(stage.parameters)} weights of this layer are on their way.
          </p>
        )}
        <LongSum layer={layer} trace={trace} explanation={explanation} />
      </div>
    </FigureFrame>
  );
}
