import { mean, sum } from 'd3-array';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/pipeline';
import { estimate, imagesOf } from '@/lib/run/progress';
import type { Varied } from './factors';
import { conditionOfRun, type Experiment, type Plan, runsOf } from './plan';

/**
 * How long a plan takes, in milliseconds, where the network that is varied takes `forward` an image forward: all steps, and
 * what is measured between the epochs. A network with fewer or more products counts accordingly.
 */
export function costOf(varied: Varied, plan: Plan, forward: number): number {
  const { training, heldOut } = varied.dataSet.counts;
  const own = productsOf(varied.architecture);
  return sum(runsOf(plan), (planned) => {
    const { settings, architecture } = conditionOfRun(varied, plan, planned);
    const size = productsOf(architecture) / own;
    const images = imagesOf(settings, training);
    // Held-out images before the first epoch and after each; before it also those that it learns from.
    const measured = (settings.epochs + 1) * heldOut + images;
    return size * (estimate(settings, images, forward) + measured * forward);
  });
}

/** The products of one image on its way forward. */
function productsOf(architecture: Architecture): number {
  const built = buildPipeline(architecture);
  return built.ok ? Math.max(1, built.value.multiplyAdds) : 1;
}

/** How long the rest takes, by what the finished runs took; null while there is none. `share` of the present run is done. */
export function timeLeft({ plan, runs }: Pick<Experiment, 'plan' | 'runs'>, share: number): number | null {
  const each = mean(runs, ({ milliseconds }) => milliseconds);
  return each === undefined ? null : each * Math.max(0, runsOf(plan).length - runs.length - share);
}
