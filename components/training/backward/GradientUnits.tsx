'use client';

import { useMemo, useState } from 'react';
import { Legend } from '@/components/canvas/Legend';
import { FigureHead } from '@/components/controls/FigureHead';
import { Savable } from '@/components/controls/Savable';
import { UnitGrid } from '@/components/figures/parts/UnitGrid';
import { useStageTrace } from '@/components/state/hooks';
import { openValue } from '@/components/values/opening';
import { rangeOf } from '@/lib/format/colour-maps';
import { formatNumber } from '@/lib/format/format';
import type { Stage } from '@/lib/network/pipeline';
import words from '@/words/backward';
import styles from './Backward.module.css';

interface Props {
  readonly stage: Stage;
  readonly values: Float32Array | null;
}

const NOTHING = new Float32Array(0);

/** The gradients with respect to the units of a hidden dense layer. */
export function GradientUnits({ stage, values }: Props) {
  const traced = useStageTrace(stage.id);
  const [picked, setPicked] = useState<number | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const range = useMemo(() => rangeOf(values ?? NOTHING, 'diverging'), [values]);
  const peak = useMemo(
    () => values?.reduce((best, one, at) => (Math.abs(one) > Math.abs(values[best]) ? at : best), 0) ?? 0,
    [values],
  );
  const unit = pointed ?? picked ?? peak;
  return (
    <>
      <FigureHead>
        <p>{words.unitsText()}</p>
        <Legend range={range} of="gradient" />
      </FigureHead>
      <Savable label={words.toUnits({ stage: stage.id })}>
        <div className={styles.large}>
          <UnitGrid
            values={values}
            units={stage.output[0]}
            range={range}
            unit={picked ?? peak}
            label={words.toUnits({ stage: stage.id })}
            onPick={setPicked}
            onPoint={setPointed}
            onOpen={(unit) => openValue({ stage: stage.id, cell: [unit] })}
          />
          <p className={`number ${styles.words}`}>
            {words.unit({
              unit,
              value: traced ? formatNumber(traced.values[unit]) : '…',
              gradient: values ? formatNumber(values[unit]) : '…',
            })}
          </p>
        </div>
      </Savable>
    </>
  );
}
