import { nextTask } from '@/lib/data/next-task';
import { PROBE_BATCH } from '@/lib/network/backends';
import type { Pixels } from '@/lib/network/trace';
import type { Model } from '../worker/model';
import { predictBatch } from '../worker/trace-stages';

/** The time for one image and for a batch, from raw pixels to probabilities read back. Milliseconds. */
export interface Measured {
  readonly single: number;
  /** Missing where one image was already too slow. */
  readonly batch?: number;
  /** The multiply-adds of one image. */
  readonly multiplyAdds: number;
  /** The image's probabilities, for comparing backends. */
  readonly probabilities: Float32Array;
}

/** The threads that share a batch's work start with the first one, and take about a tenth of a second. */
const WARM_UP_MS = 200;

const middle = (times: readonly number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

/** Between two of them the threads that are being started get their turn, as between the steps of a run. */
async function once(work: () => Promise<unknown>): Promise<number> {
  await nextTask();
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function timed(runs: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push(await once(work));
  return middle(times);
}

function repeated(pixels: Pixels, count: number): Pixels {
  const batch = new Uint8Array(pixels.length * count);
  for (let at = 0; at < count; at++) batch.set(pixels, at * pixels.length);
  return batch;
}

/**
 * Measures the real forward pass on the current backend: the median of five runs on one image, of three on a
 * batch, each after warm-up runs, which compile and start threads. If an image takes longer than `patience`, no batch is
 * measured.
 */
export async function measure(
  model: Model,
  pixels: Pixels,
  patience = Number.POSITIVE_INFINITY,
): Promise<Measured> {
  const probabilities = await predictBatch(model, pixels, 1);
  const { multiplyAdds } = model.pipeline;
  const one = () => predictBatch(model, pixels, 1);
  const first = await once(one);
  if (first > patience) return { single: first, multiplyAdds, probabilities };
  const single = await timed(5, one);
  const batch = repeated(pixels, PROBE_BATCH);
  const begun = performance.now();
  do await once(() => predictBatch(model, batch, PROBE_BATCH));
  while (performance.now() - begun < WARM_UP_MS);
  return {
    single,
    multiplyAdds,
    probabilities,
    batch: await timed(3, () => predictBatch(model, batch, PROBE_BATCH)),
  };
}

/** Of two measurements of one network on one backend, the shorter times: whatever else ran meanwhile only adds to them. */
export function shorter(first: Measured, second: Measured): Measured {
  if (first.multiplyAdds !== second.multiplyAdds) return second;
  const batches = [first.batch, second.batch].filter((batch) => batch !== undefined);
  return {
    ...second,
    single: Math.min(first.single, second.single),
    ...(batches.length > 0 && { batch: Math.min(...batches) }),
  };
}
