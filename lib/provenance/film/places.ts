import { maxIndex } from 'd3-array';
import { isPiecewiseLinear } from '@/lib/kinds/parts/activation';
import { rulesOf } from '@/lib/kinds/registry';
import type { Pipeline, Stage } from '@/lib/network/pipeline';
import type { Trace } from '@/lib/network/trace';
import { summed } from '@/lib/provenance/attribution';
import { type Account, bill } from '@/lib/provenance/bill';
import { pathToPixels, type Step } from '@/lib/provenance/path';
import { cellAt, channelsOf, type Tensor } from '@/lib/tensor/tensor';
import type { PlaceName } from './script';

/**
 * The stage that a beat names: "image" is the first, "answer" the last, "unrolled" the first that puts maps into one row, and
 * "conv2d 2" the second layer of that kind before the last stage. Null where the network has none.
 */
export function stageNamed({ stages }: Pipeline, name: string): Stage | null {
  const last = stages[stages.length - 1];
  if (name === 'image') return stages[0];
  if (name === 'answer') return last;
  if (name === 'unrolled') return stages.find(({ layer }) => rulesOf(layer).unrolls) ?? null;
  const [kind, number] = name.split(' ');
  const alike = stages.filter((stage) => stage !== last && stage.layer.kind === kind);
  return alike[Number(number) - 1] ?? null;
}

/** The first stage that learns something: the source of a path is looked for from its strongest value. */
const firstLearned = ({ stages }: Pipeline): Stage =>
  stages.find(({ parameters }) => parameters > 0) ?? stages[stages.length - 1];

const tensorOf = (trace: Trace, stage: Stage): Tensor | null =>
  trace.stages.find((one) => one.stage === stage.id) ?? null;

function strongestIn(trace: Trace, stage: Stage): Step | null {
  const tensor = tensorOf(trace, stage);
  const at = tensor ? maxIndex(tensor.values) : -1;
  return tensor && at >= 0 ? { stage: stage.id, cell: cellAt(stage.output, at) } : null;
}

/** The path of the first learned stage's strongest value down to its pixel. */
const pathOf = perTrace((pipeline, trace): readonly Step[] | null => {
  const from = strongestIn(trace, firstLearned(pipeline));
  const path = from && pathToPixels(pipeline, trace, trace.weights, from);
  return path?.ok ? path.value : null;
});

/** Whether a logit can be divided exactly among the pixels: no layer before the last one is curved. */
export const hasShares = ({ stages }: Pipeline): boolean =>
  stages.slice(0, -1).every(({ layer }) => isPiecewiseLinear(layer));

/** What each pixel contributes to the logit of the most probable class; null where that is unknown. */
export const pixelAccount = perTrace((pipeline, trace): Account | null => {
  const last = pipeline.stages[pipeline.stages.length - 1];
  const top = trace.complete ? strongestIn(trace, last) : null;
  const found = top && bill(pipeline, trace, trace.weights, last.id, top.cell);
  return found?.ok ? found.value.accounts[0] : null;
});

/** The value of a pixel's colours that counts most, at the pixel whose colours together count most. */
function heaviest(pipeline: Pipeline, trace: Trace): Step | null {
  const account = pixelAccount(pipeline, trace);
  if (!account) return null;
  const [image] = pipeline.stages;
  const channels = channelsOf(image.output);
  const pixel = maxIndex(summed(account.contributions, channels));
  const own = account.contributions.subarray(pixel * channels, (pixel + 1) * channels);
  return { stage: image.id, cell: cellAt(image.output, pixel * channels + maxIndex(own)) };
}

/** A class by its rank among the probabilities, 0 for the first. */
function ranked(trace: Trace, stage: Stage, rank: number): Step | null {
  const values = tensorOf(trace, stage)?.values;
  if (!values) return null;
  const order = Array.from(values.keys()).sort((a, b) => values[b] - values[a]);
  return order[rank] === undefined ? null : { stage: stage.id, cell: [order[rank]] };
}

/** The value that a beat names, in a trace; null until it is there. */
export function placeNamed(pipeline: Pipeline, trace: Trace, stage: Stage, name: PlaceName): Step | null {
  if (name === 'strongest') return strongestIn(trace, stage);
  if (name === 'source') return pathOf(pipeline, trace)?.find((step) => step.stage === stage.id) ?? null;
  if (name === 'heaviest') return heaviest(pipeline, trace);
  return ranked(trace, stage, name === 'top' ? 0 : 1);
}

/** Computed once for each trace. */
function perTrace<T>(compute: (pipeline: Pipeline, trace: Trace) => T): typeof compute {
  const known = new WeakMap<Trace, T>();
  return (pipeline, trace) => {
    const found = known.get(trace);
    if (found !== undefined) return found;
    const made = compute(pipeline, trace);
    known.set(trace, made);
    return made;
  };
}
