'use client';

import { useMemo } from 'react';
import { ProbabilityBars } from '@/components/charts/ProbabilityBars';
import { Rich, strong } from '@/components/site/Rich';
import { Pending } from '@/components/state/Pending';
import { formatCount, formatPercent } from '@/lib/format/format';
import type { DenseLayer } from '@/lib/layers/types';
import { classWord } from '@/lib/pipeline/class-words';
import { mapsRead } from '@/lib/provenance/reads';
import figure from '@/words/figure';
import words from '@/words/figure-output';
import place from '@/words/place';
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
  const name = unit in classes ? classWord(classes[unit]) : place.unit({ unit });
  return (
    <FigureFrame
      label={words.label({ title: stage.title })}
      words={() => (
        <p>
          {trace ? (
            classes.map((own, at) => `${classWord(own)} ${formatPercent(trace.values[at])}`).join(', ')
          ) : (
            <Pending>{figure.waiting()}</Pending>
          )}
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
            <Rich text={words.makes({ name, count: formatCount(stage.input[0]) })} tags={{ b: strong }} />
          </p>
          {contributions ? (
            <ContributionList
              contributions={contributions}
              label={words.strongest({ name })}
              nameOf={(term) => termName(term, maps)}
              onOpen={({ source }) => onOpen({ stage: stageBefore(stage, pipeline), cell: source })}
            />
          ) : (
            <p className={dense.waiting}>{sentenceOf(explained) ?? <Pending>{figure.waiting()}</Pending>}</p>
          )}
          {explanation && <LongSum layer={layer} explanation={explanation} />}
        </div>
      </div>
    </FigureFrame>
  );
}
