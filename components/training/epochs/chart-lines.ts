import type { ChartLine } from '@/components/charts/LineChart';
import type { EpochPoint } from '@/lib/run/curve';
import curves from '@/words/curves';
import words from '@/words/epoch-readings';
import { epochLines, FORMAT, figureWords, type Measure } from '../train/lines';
import type { Reading } from './readings';

const textbookLine = (textbook: readonly EpochPoint[], measure: Measure): ChartLine => ({
  id: 'textbook',
  label: words.textbookLine(),
  look: 'dotted',
  points: textbook.map((point) => ({ x: point.epoch, y: point[measure] })),
});

/** The textbook's claim and what was measured, of one measure. */
export const linesOf = (
  textbook: readonly EpochPoint[],
  measured: readonly EpochPoint[],
  measure: Measure,
): ChartLine[] => [
  textbookLine(textbook, measure),
  ...(measured.length > 0 ? epochLines(measured, measure) : []),
];

/** Both runs at one epoch: "epoch 3: textbook 0.85, training 1.02, held-out 1.60". */
export function readoutOf({ epoch, textbook, measured }: Reading, measure: Measure): string {
  const figures = [
    ...(textbook ? [words.textbookAt({ value: FORMAT[measure](textbook.point[measure]) })] : []),
    ...(measured ? [figureWords(measured.point, measure)] : []),
  ];
  return curves.atEpoch({ epoch, figures: figures.join(', ') });
}
