import { range } from 'd3-array';
import type { EpochFigures, Experiment } from './plan';
import { type Spread, spreadOf } from './statistics';

export type Figure = Exclude<keyof EpochFigures, 'epoch'>;
export const FIGURES: readonly Figure[] = ['loss', 'accuracy', 'heldOutLoss', 'heldOutAccuracy'];

/** The runs of a variant at the end of an epoch. */
export interface CurvePoint extends Spread {
  readonly epoch: number;
}

/** A metric of one variant, epoch by epoch, over the runs so far that have finite numbers. */
export function curveOf(
  { plan, runs }: Pick<Experiment, 'plan' | 'runs'>,
  variant: number,
  figure: Figure,
): readonly CurvePoint[] {
  const own = runs.filter((run) => run.variant === variant);
  return range(plan.settings.epochs + 1).flatMap((epoch) => {
    const values = own.flatMap(({ epochs }) => {
      const found = epochs.find((record) => record.epoch === epoch);
      return found && Number.isFinite(found[figure]) ? [found[figure]] : [];
    });
    const spread = spreadOf(values);
    return spread ? [{ epoch, ...spread }] : [];
  });
}
