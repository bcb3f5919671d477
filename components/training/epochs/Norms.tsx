'use client';

import { useState } from 'react';
import { type ChartLine, LineChart } from '@/components/charts/LineChart';
import { formatNumber } from '@/lib/format/format';
import type { EpochRecord } from '@/lib/network/run';
import curves from '@/words/curves';
import words from '@/words/epoch-detail';
import detail from './Detail.module.css';
import styles from './Epochs.module.css';

const CHARTS = [
  { part: 'weight', title: words.weightNorms() },
  { part: 'gradient', title: words.gradientNorms() },
] as const;
type Part = (typeof CHARTS)[number]['part'];

/** Lines are distinguished by their style and the names at their ends. */
const LOOKS = ['heavy', 'dashed', 'dotted', 'fine'] as const;

const layersOf = (epochs: readonly EpochRecord[]): readonly string[] => Object.keys(epochs[0]?.norms ?? {});

function linesOf(epochs: readonly EpochRecord[], part: Part): ChartLine[] {
  return layersOf(epochs).map((id, at) => ({
    id,
    label: id,
    look: LOOKS[at % LOOKS.length],
    points: epochs.flatMap(({ epoch, norms }) => {
      const y = norms[id]?.[part];
      return y == null ? [] : [{ x: epoch, y }];
    }),
  }));
}

interface Props {
  readonly epochs: readonly EpochRecord[];
  readonly epoch: number;
}

/**
 * Weights and gradients of each layer over the run: which layer learns, and whether one diverges or stalls.
 */
export function Norms({ epochs, epoch }: Props) {
  const [pointed, setPointed] = useState<number | null>(null);
  const last = epochs[epochs.length - 1]?.epoch ?? 0;
  const at = pointed ?? epoch;
  const record = epochs.find((one) => one.epoch === at);
  return (
    <section className={detail.detail} aria-labelledby="norms">
      <h2 id="norms">{words.norms()}</h2>
      <p className="column" style={{ marginInline: 0 }}>
        {words.normsText()}
      </p>
      <div className={styles.charts}>
        {CHARTS.map(({ part, title }) => {
          const lines = linesOf(epochs, part);
          const finite = lines.flatMap(({ points }) => points.map(({ y }) => y)).filter(Number.isFinite);
          const top = Math.max(...finite, 0) * 1.1 || 1;
          const figures = layersOf(epochs).flatMap((id) => {
            const value = record?.norms[id]?.[part];
            return value == null ? [] : [`${id} ${formatNumber(value, 2)}`];
          });
          return (
            <LineChart
              key={part}
              title={title}
              lines={lines}
              x={{ label: curves.epochAxis(), domain: [0, Math.max(1, last)] }}
              y={{ domain: [0, top] }}
              cursor={at}
              reach={[0, last]}
              onCursor={setPointed}
              readout={curves.atEpoch({
                epoch: at,
                figures: figures.length > 0 ? figures.join(', ') : words.noStep(),
              })}
            />
          );
        })}
      </div>
    </section>
  );
}
