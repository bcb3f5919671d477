import { max, quantile } from 'd3-array';
import type { ChartLine } from '@/components/charts/LineChart';
import { inGroups } from '@/components/charts/line-geometry';
import { formatNumber, formatPercent } from '@/lib/format/format';
import type { BatchEvent } from '@/lib/network/run';
import { type EpochPoint, isHeldOut, isTested } from '@/lib/run/curve';
import words from '@/words/curves';

/** Which of the two curves. */
export type Measure = 'loss' | 'accuracy';

export const FORMAT: Readonly<Record<Measure, (value: number) => string>> = {
  loss: (value) => formatNumber(value, 2),
  accuracy: formatPercent,
};
/** The d3 format of an axis' ticks. */
export const TICKS: Readonly<Record<Measure, string | undefined>> = { loss: undefined, accuracy: '%' };

const HELD_OUT = { loss: 'heldOutLoss', accuracy: 'heldOutAccuracy' } as const;
const TEST = { loss: 'testLoss', accuracy: 'testAccuracy' } as const;

/**
 * A run's lines of one metric: its epochs on the training images and, where measured, on the validation and the test images.
 */
export function epochLines(points: readonly EpochPoint[], measure: Measure): ChartLine[] {
  const heldOut = points.filter(({ heldOutLoss }) => heldOutLoss !== undefined);
  const training: ChartLine = {
    id: 'training',
    label: words.training(),
    look: 'heavy',
    marks: 'dot',
    points: points.map((point) => ({ x: point.epoch, y: point[measure] })),
  };
  if (heldOut.length === 0) return [training];
  const tested = heldOut.filter(({ testLoss }) => testLoss !== undefined);
  const test: ChartLine = {
    id: 'test',
    label: words.test(),
    look: 'broken',
    points: tested.map((point) => ({ x: point.epoch, y: point[TEST[measure]] ?? Number.NaN })),
  };
  return [
    training,
    {
      id: 'validation',
      label: words.heldOut(),
      look: 'dashed',
      marks: 'ring',
      points: heldOut.map((point) => ({ x: point.epoch, y: point[HELD_OUT[measure]] ?? Number.NaN })),
    },
    ...(tested.length > 0 ? [test] : []),
  ];
}

/** The lines of the parent run, behind those of its branch. */
export const leftLines = (points: readonly EpochPoint[], measure: Measure): ChartLine[] =>
  epochLines(points, measure).map(({ id, label, points: marks }) => ({
    id: `left ${id}`,
    label: words.left({ label: label ?? '' }),
    look: 'dotted',
    points: marks,
  }));

/** A screen can't show more points separately. */
const MOST_POINTS = 400;

/** How many steps one point of the fine line averages, for a run with `steps` steps in all. */
export const stepsAPoint = (steps: number): number => Math.max(1, Math.ceil(steps / MOST_POINTS));

/**
 * The steps of a run, each at the share of its epoch that it completes; in a long run the means of `size`
 * steps.
 */
export const batchLine = (batches: readonly BatchEvent[], measure: Measure, size: number): ChartLine => ({
  id: 'batches',
  name: words.steps(),
  look: 'fine',
  points: inGroups(
    batches.map((batch) => ({ x: batch.epoch - 1 + batch.batch / batch.batches, y: batch[measure] })),
    size,
  ),
});

/** One epoch's figures in words: "training 0.85, validation 1.60, test 1.72". */
export function figureWords(point: EpochPoint, measure: Measure): string {
  const training = FORMAT[measure](point[measure]);
  if (!isHeldOut(point)) return words.trained({ training });
  const heldOut = FORMAT[measure](point[HELD_OUT[measure]]);
  return isTested(point)
    ? words.three({ training, heldOut, test: FORMAT[measure](point[TEST[measure]]) })
    : words.both({ training, heldOut });
}

/** One epoch in words: "epoch 3: training 0.85, validation 1.60". */
export const epochWords = (point: EpochPoint | undefined, measure: Measure): string =>
  point ? words.atEpoch({ epoch: point.epoch, figures: figureWords(point, measure) }) : '';

/** The share of steps that the loss axis covers; the few wildest ones leave the frame. */
const SHOWN_STEPS = 0.95;

/**
 * The end of the loss axis: above every epoch, above `least`, and above all but the wildest steps, so that a
 * few of them at the start do not flatten the rest of the run.
 */
export function lossTop(lines: readonly ChartLine[], least: number): number {
  const tops = lines.map(({ points, look }) => {
    const losses = points.map(({ y }) => y).filter(Number.isFinite);
    return (look === 'fine' ? quantile(losses, SHOWN_STEPS) : max(losses)) ?? 0;
  });
  return Math.max(least * 1.1, ...tops);
}

/** The step that is furthest outside the frame; null where all of them are inside. */
export function beyond(line: ChartLine, top: number): number | null {
  const highest = max(line.points, ({ y }) => (Number.isFinite(y) ? y : undefined));
  return highest !== undefined && highest > top ? highest : null;
}
