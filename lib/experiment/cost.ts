import { mean, sum } from 'd3-array';
import { HELD_OUT_COUNT, TRAINING_COUNT } from '@/lib/course/picture-sets';
import { referencePipeline } from '@/lib/course/reference';
import { buildPipeline } from '@/lib/network/pipeline';
import { estimate, picturesOf } from '@/lib/run/progress';
import { conditionOfRun, type Experiment, type Plan, runsOf } from './plan';

/**
 * How long a plan takes, in milliseconds, where the reference network takes `forward` a picture forward: all steps, and
 * what is measured between the epochs. A network with fewer or more products counts accordingly.
 */
export function costOf(plan: Plan, forward: number): number {
  return sum(runsOf(plan), (planned) => {
    const { settings, architecture } = conditionOfRun(plan, planned);
    const built = buildPipeline(architecture);
    const size = built.ok ? built.value.multiplyAdds / referencePipeline.multiplyAdds : 1;
    const pictures = picturesOf(settings, TRAINING_COUNT);
    // Held-out pictures before the first epoch and after each; before it also those that it learns from.
    const measured = (settings.epochs + 1) * HELD_OUT_COUNT + pictures;
    return size * (estimate(settings, pictures, forward) + measured * forward);
  });
}

/** How long the rest takes, by what the finished runs took; null while there is none. `share` of the present run is done. */
export function timeLeft({ plan, runs }: Experiment, share: number): number | null {
  const each = mean(runs, ({ milliseconds }) => milliseconds);
  return each === undefined ? null : each * Math.max(0, runsOf(plan).length - runs.length - share);
}
