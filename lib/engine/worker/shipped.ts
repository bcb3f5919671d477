import { type Checkpoint, readWeights } from '@/lib/checkpoint/weights';
import { readBody, unlessStalled } from '@/lib/data/unless-stalled';
import type { Pipeline } from '@/lib/network/pipeline';
import type { ShippedFiles } from '@/lib/network/subject';
import { fail, type Result } from '@/lib/result';
import { asset } from '@/lib/site/asset';
import words from '@/words/engine';

const UNREACHABLE = words.shippedNotFetched();

/** The parts of a shipped checkpoint, in the order in which they are fetched. */
export const addressesOf = ({ folder, weights: [first, ...rest] }: ShippedFiles): [string, ...string[]] => [
  `${folder}/${first}`,
  ...rest.map((name) => `${folder}/${name}`),
];

/** A response that was requested early. The first request for its address gets it. */
class EarlyResponse {
  private asked: { readonly address: string; readonly response: Promise<Response> } | null = null;

  ask(address: string): void {
    const response = fetch(address);
    // The caller gets the failure, if there is one.
    response.catch(() => undefined);
    this.asked = { address, response };
  }

  fetch(address: string, signal: AbortSignal): Promise<Response> {
    const taken = this.asked?.address === address ? this.asked.response : null;
    if (taken) this.asked = null;
    return taken ?? fetch(address, { signal });
  }
}

const early = new EarlyResponse();

/** Requests a part early. */
export const fetchEarly = (part: string, base: string): void => early.ask(asset(part, base));

/**
 * Fetches one part of the shipped weights. Fails with one sentence when it can't be fetched, or does not fit.
 */
export async function fetchShipped(
  part: string,
  pipeline: Pipeline,
  base: string,
): Promise<Result<Checkpoint>> {
  try {
    const file = await unlessStalled(async (progressed, signal) => {
      const response = await early.fetch(asset(part, base), signal);
      return response.ok ? readBody(response, progressed) : response.status;
    });
    if (typeof file === 'number') return fail(UNREACHABLE, `${part}: HTTP ${file}`);
    const read = readWeights(file, pipeline);
    return read.ok ? read : fail(words.shippedDamaged({ problem: read.problem.sentence }), part);
  } catch (error) {
    return fail(UNREACHABLE, `${part}: ${error}`);
  }
}
