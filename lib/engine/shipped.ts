import { type Checkpoint, readWeights } from '@/lib/checkpoint/weights';
import type { Pipeline } from '@/lib/pipeline/pipeline';
import { fail, type Result } from '@/lib/result';
import { asset } from '@/lib/site/asset';

const UNREACHABLE =
  'The trained network of this site could not be fetched. Check the connection and reload the page.';

/** The parts of the shipped checkpoint, in the order in which they are fetched: small and seen first, large last. */
export const SHIPPED_PARTS = ['/model/conv.safetensors', '/model/dense.safetensors'] as const;

/** Fetches one part of the shipped weights. Fails with one sentence when it can't be had, or does not fit. */
export async function fetchShipped(
  part: (typeof SHIPPED_PARTS)[number],
  pipeline: Pipeline,
  base: string,
): Promise<Result<Checkpoint>> {
  try {
    const response = await fetch(asset(part, base));
    if (!response.ok) return fail(UNREACHABLE, `${part}: HTTP ${response.status}`);
    const read = readWeights(new Uint8Array(await response.arrayBuffer()), pipeline);
    return read.ok
      ? read
      : fail(`The trained network of this site arrived damaged. ${read.problem.sentence}`, part);
  } catch (error) {
    return fail(UNREACHABLE, `${part}: ${error}`);
  }
}
