import { mean, sum } from 'd3-array';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import type { Pipeline } from '@/lib/network/pipeline';
import { measuredCounts } from '@/lib/network/reported';
import { estimate } from '@/lib/run/progress';
import type { Varied } from './factors';
import { conditionOfRun, type Experiment, type Plan, runsOf } from './plan';

/**
 * The duration of a plan in milliseconds, where a forward pass of the varied network takes `forward` per
 * image: all steps, and the evaluations between the epochs. A network with fewer or more products counts
 * accordingly.
 */
export function costOf(varied: Varied, plan: Plan, forward: number): number {
  const measured = measuredCounts(varied.dataSet);
  const own = workOf(varied.architecture).multiplyAdds;
  return sum(runsOf(plan), (planned) => {
    const { settings, architecture } = conditionOfRun(varied, plan, planned);
    const network = workOf(architecture);
    return (network.multiplyAdds / own) * estimate(settings, network, measured, forward);
  });
}

/** What a step's work depends on; next to nothing for a network that can't be built. */
function workOf(architecture: Architecture): Pick<Pipeline, 'multiplyAdds' | 'stages'> {
  const built = buildPipeline(architecture);
  return built.ok && built.value.multiplyAdds > 0 ? built.value : { multiplyAdds: 1, stages: [] };
}

/**
 * The remaining time, estimated from the finished runs; null while there is none. `share` of the current run
 * is done.
 */
export function timeLeft({ plan, runs }: Pick<Experiment, 'plan' | 'runs'>, share: number): number | null {
  const each = mean(runs, ({ milliseconds }) => milliseconds);
  return each === undefined ? null : each * Math.max(0, runsOf(plan).length - runs.length - share);
}
