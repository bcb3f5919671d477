import { type Checkpoint, readWeights } from '@/lib/checkpoint/weights';
import { readBody, unlessStalled } from '@/lib/data/unless-stalled';
import type { Pipeline } from '@/lib/network/pipeline';
import { fail, type Result } from '@/lib/result';
import { asset } from '@/lib/site/asset';
import words from '@/words/engine';

const UNREACHABLE = words.shippedNotFetched();

/** The parts of the shipped checkpoint, in the order in which they are fetched: small and seen first, large last. */
export const SHIPPED_PARTS = ['/model/conv.safetensors', '/model/dense.safetensors'] as const;

let early: { readonly address: string; readonly response: Promise<Response> } | null = null;

/** Asks for the first part before anyone needs it. */
export function fetchEarly(base: string): void {
  const address = asset(SHIPPED_PARTS[0], base);
  const response = fetch(address);
  // Whoever takes it hears of a failure; nobody has to.
  response.catch(() => undefined);
  early = { address, response };
}

function fetchOnce(address: string, signal: AbortSignal): Promise<Response> {
  const taken = early?.address === address ? early.response : null;
  if (taken) early = null;
  return taken ?? fetch(address, { signal });
}

/** Fetches one part of the shipped weights. Fails with one sentence when it can't be had, or does not fit. */
export async function fetchShipped(
  part: (typeof SHIPPED_PARTS)[number],
  pipeline: Pipeline,
  base: string,
): Promise<Result<Checkpoint>> {
  try {
    const file = await unlessStalled(async (progressed, signal) => {
      const response = await fetchOnce(asset(part, base), signal);
      return response.ok ? readBody(response, progressed) : response.status;
    });
    if (typeof file === 'number') return fail(UNREACHABLE, `${part}: HTTP ${file}`);
    const read = readWeights(file, pipeline);
    return read.ok ? read : fail(words.shippedDamaged({ problem: read.problem.sentence }), part);
  } catch (error) {
    return fail(UNREACHABLE, `${part}: ${error}`);
  }
}
