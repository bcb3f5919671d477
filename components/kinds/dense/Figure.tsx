'use client';

import { useMemo, useState } from 'react';
import { Legend } from '@/components/canvas/Legend';
import { FigureHead } from '@/components/controls/FigureHead';
import { contributionsOf } from '@/components/figures/contributions';
import { explanationOf, sentenceOf } from '@/components/figures/explained';
import { FigureFrame } from '@/components/figures/FigureFrame';
import type { FigureProps } from '@/components/figures/figure-props';
import { followedUnit } from '@/components/figures/followed';
import { ContributionMap } from '@/components/figures/parts/ContributionMap';
import { UnitGrid } from '@/components/figures/parts/UnitGrid';
import { stageBefore } from '@/components/figures/source';
import { termName } from '@/components/figures/term-name';
import {
  BeforeAfterChoice,
  type BeforeOrAfter,
  momentWords,
} from '@/components/kinds/shared/BeforeAfterChoice';
import { number, Rich, type Tag } from '@/components/site/Rich';
import { Pending } from '@/components/state/Pending';
import { rangeOf } from '@/lib/format/colour-maps';
import { formatCount, formatNumber } from '@/lib/format/format';
import type { DenseLayer, Term } from '@/lib/kinds/types';
import { mapsRead } from '@/lib/provenance/reads';
import figure from '@/words/figure';
import words from '@/words/figure-dense';
import { useExplained } from '../shared/use-explained';
import { ContributionList } from './ContributionList';
import styles from './Figure.module.css';
import { LongSum } from './LongSum';
import { UnitTable } from './UnitTable';

/** How many terms of each sign are named. */
const NAMED = 8;
const NOTHING = new Float32Array(0);
const veiled: Tag = (value) => (
  <strong className="number" data-veil="value">
    {value}
  </strong>
);

/** A dense layer: what its units output, and what contributes to one of them. */
export function DenseFigure({
  layer,
  stage,
  pipeline,
  trace,
  whole,
  cell,
  onCell,
  onOpen,
}: FigureProps<DenseLayer>) {
  const [moment, setMoment] = useState<BeforeOrAfter>('after');
  const [pointed, setPointed] = useState<number | null>(null);
  const [term, setTerm] = useState<Term | null>(null);
  const maps = useMemo(() => mapsRead(stage, pipeline), [stage, pipeline]);
  const unit = useMemo(() => followedUnit(layer.units, trace, cell), [layer.units, trace, cell]);
  const values = (moment === 'after' ? trace?.values : (trace?.before ?? trace?.values)) ?? null;
  const range = useMemo(() => rangeOf(values ?? NOTHING), [values]);
  // Explaining thousands of terms is too slow for every unit that the mouse passes: only the followed one is
  // explained.
  const explained = useExplained({ pipeline, stage, whole }, [unit]);
  const explanation = explanationOf(explained);
  const problem = sentenceOf(explained);
  const contributions = useMemo(
    () => (explanation ? contributionsOf(explanation.terms, NAMED) : null),
    [explanation],
  );
  const read = pointed ?? unit;
  const before = stageBefore(stage, pipeline);
  return (
    <FigureFrame
      label={words.label({ title: stage.title, units: layer.units })}
      words={() => <UnitTable trace={trace} onOpen={onOpen} />}
    >
      <div className={`figure-parts ${styles.top}`}>
        <div className="figure-side">
          <FigureHead>
            <p>
              <Rich
                text={words.all({
                  units: layer.units,
                  stage: stage.id,
                  moment: momentWords(layer, moment),
                  unit: read,
                  value: values ? formatNumber(values[read]) : '',
                })}
                tags={{ n: number, v: veiled }}
              />
            </p>
            {layer.activation === 'relu' && (
              <BeforeAfterChoice label={words.which()} chosen={moment} onChoose={setMoment} />
            )}
          </FigureHead>
          <UnitGrid
            {...{ values, range, unit }}
            units={layer.units}
            label={words.units({ stage: stage.id })}
            onPick={(index) => onCell([index])}
            onOpen={(index) => onOpen({ stage: stage.id, cell: [index] })}
            onPoint={setPointed}
          />
          <Legend range={range} of="value" />
          {maps &&
            (explanation ? (
              <ContributionMap
                {...{ explanation, maps, unit, term }}
                onOpen={() => onOpen({ stage: stage.id, cell: [unit] })}
              />
            ) : (
              !problem && <div className={styles.mapRoom} />
            ))}
        </div>
        <div className="figure-side">
          <p>
            <Rich text={words.makes({ unit, count: formatCount(stage.input[0]) })} tags={{ n: number }} />
          </p>
          {contributions ? (
            <ContributionList
              contributions={contributions}
              label={words.strongest({ unit })}
              nameOf={(own) => termName(own, maps)}
              onPoint={setTerm}
              onOpen={({ source }) => onOpen({ stage: before, cell: source })}
            />
          ) : (
            <p className={styles.waiting} data-pending={!problem}>
              {problem ?? <Pending>{figure.waiting()}</Pending>}
            </p>
          )}
          {explanation && <LongSum layer={layer} explanation={explanation} />}
        </div>
      </div>
    </FigureFrame>
  );
}
