'use client';

import { useMemo } from 'react';
import { ProbabilityBars } from '@/components/charts/ProbabilityBars';
import { contributionsOf } from '@/components/figures/contributions';
import { explanationOf, sentenceOf } from '@/components/figures/explained';
import { FigureFrame } from '@/components/figures/FigureFrame';
import type { FigureProps } from '@/components/figures/figure-props';
import { followedUnit } from '@/components/figures/followed';
import { stageBefore } from '@/components/figures/source';
import { termName } from '@/components/figures/term-name';
import { Rich, strong } from '@/components/site/Rich';
import { useClassWord } from '@/components/state/hooks';
import { Pending } from '@/components/state/Pending';
import { formatCount, formatPercent } from '@/lib/format/format';
import type { DenseLayer } from '@/lib/kinds/types';
import { mapsRead } from '@/lib/provenance/reads';
import figure from '@/words/figure';
import words from '@/words/figure-output';
import place from '@/words/place';
import { SoftmaxSteps } from '../shared/SoftmaxSteps';
import { useExplained } from '../shared/use-explained';
import { ContributionList } from './ContributionList';
import dense from './Figure.module.css';
import { LongSum } from './LongSum';
import styles from './OutputFigure.module.css';
import { SoftmaxTable } from './SoftmaxTable';

/** How many terms of each sign are named. */
const NAMED = 5;

/**
 * The output: logits, their exponentials, the softmax, and the contributions to the followed class's logit.
 */
export function OutputFigure(props: FigureProps<DenseLayer>) {
  const classWord = useClassWord();
  const { layer, stage, pipeline, trace, whole, cell, onCell, onOpen } = props;
  const { classes } = pipeline.architecture;
  const maps = useMemo(() => mapsRead(stage, pipeline), [stage, pipeline]);
  const unit = useMemo(() => followedUnit(layer.units, trace, cell), [layer.units, trace, cell]);
  const explained = useExplained({ pipeline, stage, whole }, [unit]);
  const explanation = explanationOf(explained);
  const problem = sentenceOf(explained);
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
      <div className={`figure-parts ${styles.top}`}>
        <div className="figure-side">
          <SoftmaxTable
            {...{ classes, steps, unit }}
            probabilities={trace?.values ?? null}
            onPick={(n) => onCell([n])}
            onOpen={open}
          />
          <div className={styles.bars} data-veil="value">
            <ProbabilityBars classes={classes} probabilities={trace?.values ?? null} onOpen={open} />
          </div>
          <div className={styles.steps}>
            <SoftmaxSteps {...{ steps, unit, name }} probability={trace?.values[unit] ?? null} />
          </div>
        </div>
        <div className="figure-side">
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
            <p className={`${dense.waiting} ${styles.waiting}`} data-pending={!problem}>
              {problem ?? <Pending>{figure.waiting()}</Pending>}
            </p>
          )}
          {explanation && <LongSum layer={layer} explanation={explanation} />}
        </div>
      </div>
    </FigureFrame>
  );
}
