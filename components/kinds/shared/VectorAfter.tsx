import { type ComponentType, type ReactNode, useMemo, useState } from 'react';
import { Legend } from '@/components/canvas/Legend';
import { FigureHead } from '@/components/controls/FigureHead';
import { explanationOf, sentenceOf } from '@/components/figures/explained';
import type { FigureProps } from '@/components/figures/figure-props';
import { followedUnit } from '@/components/figures/followed';
import { UnitGrid } from '@/components/figures/parts/UnitGrid';
import type { WorkedProps } from '@/components/kinds/worked-props';
import { number, Rich, type Tag } from '@/components/site/Rich';
import { Pending } from '@/components/state/Pending';
import { rangeOf } from '@/lib/format/colour-maps';
import { formatCount, formatNumber } from '@/lib/format/format';
import figure from '@/words/figure';
import words from '@/words/figure-plain';
import styles from './Plain.module.css';
import { useExplained } from './use-explained';

const NOTHING = new Float32Array(0);
const veiled: Tag = (value) => (
  <strong className="number" data-veil="value">
    {value}
  </strong>
);
const shape: Tag = (count) => <span data-veil="shape">{count}</span>;

interface Props extends FigureProps {
  readonly Worked: ComponentType<WorkedProps>;
  /** Additional content about the chosen value, beside its arithmetic. */
  children?(unit: number): ReactNode;
}

/** All values of a vector, and the arithmetic of the chosen one. */
export function VectorAfter(props: Props) {
  const { stage, pipeline, trace, whole, cell, onCell, onOpen, Worked, children } = props;
  const [length] = stage.output;
  const [pointed, setPointed] = useState<number | null>(null);
  const followed = useMemo(() => followedUnit(length, trace, cell), [length, trace, cell]);
  const unit = pointed ?? followed;
  const values = trace?.values ?? null;
  const range = useMemo(() => rangeOf(values ?? NOTHING), [values]);
  const explained = useExplained({ pipeline, stage, whole }, [unit]);
  const explanation = explanationOf(explained);
  return (
    <>
      <FigureHead>
        <p>
          <Rich
            text={words.units({
              count: formatCount(length),
              stage: stage.id,
              unit,
              value: values ? formatNumber(values[unit]) : '',
            })}
            tags={{ n: number, v: veiled, s: shape }}
          />
        </p>
        <Legend range={range} of="value" />
      </FigureHead>
      <UnitGrid
        {...{ values, range }}
        unit={followed}
        units={length}
        label={words.unitsOf({ stage: stage.id })}
        onPick={(index) => {
          setPointed(null);
          onCell([index]);
        }}
        onOpen={(index) => onOpen({ stage: stage.id, cell: [index] })}
        onPoint={setPointed}
      />
      {children?.(unit)}
      <div className={styles.worked}>
        {explanation ? (
          <Worked {...{ stage, pipeline, explanation }} />
        ) : (
          <p>{sentenceOf(explained) ?? <Pending>{figure.waiting()}</Pending>}</p>
        )}
      </div>
    </>
  );
}
