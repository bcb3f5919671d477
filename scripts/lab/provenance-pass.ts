/** The networks and images of `npm run check:provenance`. */
import fc from 'fast-check';
import { referencePipeline } from '@/lib/course/reference';
import { COURSE } from '@/lib/course/subject';
import { Model } from '@/lib/engine/worker/model';
import { addressesOf, fetchShipped } from '@/lib/engine/worker/shipped';
import { traceStages } from '@/lib/engine/worker/trace-stages';
import { initialWeights } from '@/lib/network/initial-weights';
import type { Pipeline } from '@/lib/network/pipeline';
import type { Pixels, StageTrace } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import { must } from '@/lib/result';
import { type Cell, cellAt, size } from '@/lib/tensor/tensor';
import { anyPipeline } from '@/tests/unit/support/networks';

/** A network, an image and their results. */
export interface Pass {
  readonly name: string;
  readonly pipeline: Pipeline;
  readonly weights: WeightSet;
  readonly image: Uint8Array;
}

export type Draw = (below: number) => number;

export async function through<T>(
  { pipeline, weights }: Pass,
  image: Pixels,
  use: (stages: readonly StageTrace[], model: Model) => T,
): Promise<T> {
  const model = new Model(pipeline, 'check/');
  try {
    must(model.load(weights));
    return await use(await traceStages(model, image), model);
  } finally {
    model.dispose();
  }
}

export const traced = (pass: Pass, image: Pixels = pass.image) => through(pass, image, (stages) => stages);

/** Some values of every stage, and every logit. */
export function someCells(
  { stages }: Pipeline,
  draw: Draw,
  count: number,
): readonly { readonly id: string; readonly cell: Cell }[] {
  const last = stages[stages.length - 1];
  return [
    ...stages.flatMap(({ id, output }) =>
      Array.from({ length: count }, () => ({ id, cell: cellAt(output, draw(size(output))) })),
    ),
    ...Array.from({ length: size(last.output) }, (_, unit) => ({ id: last.id, cell: [unit] as const })),
  ];
}

export async function shippedWeights(): Promise<WeightSet> {
  const parts = await Promise.all(
    addressesOf(COURSE.shipped).map((part) => fetchShipped(part, referencePipeline, '')),
  );
  return Object.assign({}, ...parts.map((part) => must(part).weights));
}

export async function passes(seed: number, networks: number, draw: Draw): Promise<readonly Pass[]> {
  const shipped = await shippedWeights();
  const names = ['cat-1', 'ship-2', 'frog-3', 'horse-4'];
  const samples = await Promise.all(
    names.map(
      async (name) => new Uint8Array(await (await fetch(`/images/samples/${name}.bin`)).arrayBuffer()),
    ),
  );
  const trained = samples.map((image, at): Pass => {
    return { name: `reference, ${names[at]}`, pipeline: referencePipeline, weights: shipped, image };
  });
  const others = fc.sample(anyPipeline, { seed, numRuns: networks }).map(
    (pipeline, at): Pass => ({
      name: `network ${at}`,
      pipeline,
      weights: initialWeights(pipeline, 1 + draw(1000)),
      image: Uint8Array.from({ length: size(pipeline.architecture.input) }, () => draw(256)),
    }),
  );
  return [...trained, ...others];
}
