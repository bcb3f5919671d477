'use client';

import { max } from 'd3-array';
import { useMemo, useState } from 'react';
import { type ChartLine, LineChart } from '@/components/charts/LineChart';
import { useDataSet } from '@/components/state/hooks';
import { MeasuredOn } from '@/components/training/epochs/MeasuredOn';
import { TICKS } from '@/components/training/train/lines';
import { curveOf, type Figure } from '@/lib/experiment/curves';
import type { Experiment } from '@/lib/experiment/plan';
import words from '@/words/experiment';
import styles from './Experiment.module.css';
import { FIGURE_WORD, formatFigure, listed, variantWords } from './words';

const LOOKS: readonly ChartLine['look'][] = ['heavy', 'dashed', 'dotted', 'broken'];
const FIGURES = {
  heldOut: ['heldOutAccuracy', 'heldOutLoss'],
  training: ['accuracy', 'loss'],
} as const satisfies Readonly<Record<string, readonly Figure[]>>;
type Part = keyof typeof FIGURES;
const PARTS: readonly Part[] = ['heldOut', 'training'];

/**
 * The curves of all variants: the mean over the seeds as a line, the lowest and the highest seed as a band
 * around it.
 */
export function SpreadCharts({ experiment }: { readonly experiment: Experiment }) {
  const [images, setImages] = useState<Part>('heldOut');
  const [cursor, setCursor] = useState<number | null>(null);
  const last = experiment.plan.settings.epochs;
  return (
    <>
      <MeasuredOn<Part> name="experiment-images" parts={PARTS} chosen={images} onChoose={setImages} />
      <div className={styles.charts}>
        {FIGURES[images].map((figure) => (
          <SpreadChart
            key={figure}
            experiment={experiment}
            figure={figure}
            cursor={Math.min(cursor ?? last, last)}
            onCursor={setCursor}
          />
        ))}
      </div>
      <p className={styles.soft}>{words.bands()}</p>
    </>
  );
}

interface ChartProps {
  readonly experiment: Experiment;
  readonly figure: Figure;
  readonly cursor: number;
  onCursor(epoch: number): void;
}

function SpreadChart({ experiment, figure, cursor, onCursor }: ChartProps) {
  const { classes } = useDataSet();
  const { plan } = experiment;
  const names = variantWords(plan);
  const curves = useMemo(
    () => experiment.plan.variants.map((_, variant) => curveOf(experiment, variant, figure)),
    [experiment, figure],
  );
  const lines = curves.map(
    (curve, variant): ChartLine => ({
      id: plan.variants[variant],
      label: names[variant],
      look: LOOKS[variant],
      marks: 'dot',
      points: curve.map(({ epoch, mean }) => ({ x: epoch, y: mean })),
      band: curve.map(({ epoch, low, high }) => ({ x: epoch, low, high })),
    }),
  );
  const isLoss = figure === 'loss' || figure === 'heldOutLoss';
  const highest = max(curves.flat(), ({ high }) => high) ?? 0;
  const top = isLoss ? Math.max(highest, 1.1 * Math.log(classes.length)) : Math.max(highest, 0.4);
  const readings = curves.flatMap((curve, variant) => {
    const point = curve.find(({ epoch }) => epoch === cursor);
    return point ? [`${names[variant]} ${formatFigure(figure, point.mean)}`] : [];
  });
  return (
    <LineChart
      title={FIGURE_WORD[figure]}
      lines={lines}
      x={{ label: words.epoch(), domain: [0, plan.settings.epochs] }}
      y={{ domain: [0, top], ticks: TICKS[isLoss ? 'loss' : 'accuracy'] }}
      cursor={cursor}
      reach={
        readings.length > 0 || curves.some((curve) => curve.length > 0) ? [0, plan.settings.epochs] : null
      }
      onCursor={onCursor}
      readout={readings.length > 0 ? words.readout({ epoch: cursor, readings: listed(readings) }) : ''}
      empty={words.empty()}
    />
  );
}
