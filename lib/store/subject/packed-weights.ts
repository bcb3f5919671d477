/* Weights as an opened network's are stored: a safetensors file, which the browser holds outside the page's memory. */
import * as v from 'valibot';
import { readWeights, weightsInPieces } from '@/lib/checkpoint/weights';
import { crc32 } from '@/lib/data/crc32';
import { nextTask } from '@/lib/data/next-task';
import type { Pipeline } from '@/lib/network/pipeline';
import { sharedWeights, type WeightSet } from '@/lib/network/weights';
import { ok, type Result } from '@/lib/result';

/** How many bytes are summed up and copied at once. */
const PIECE = 2e6;

export interface PackedWeights {
  readonly file: Blob;
  /** The sum of its bytes. */
  readonly sum: number;
}

/** Packs weights, one piece after another in the same memory: in between the page responds. */
export async function packWeights(weights: WeightSet): Promise<PackedWeights> {
  const memory = new Uint8Array(PIECE);
  const pieces: Blob[] = [];
  let [filled, sum] = [0, 0];
  const pass = () => {
    const piece = memory.subarray(0, filled);
    sum = crc32(piece, sum);
    pieces.push(new Blob([piece]));
    filled = 0;
    return nextTask();
  };
  for (const part of weightsInPieces(weights, 'F32')) {
    for (let at = 0; at < part.length; ) {
      // A copy, because no file is made of shared memory.
      const next = part.subarray(at, at + PIECE - filled);
      memory.set(next, filled);
      filled += next.length;
      at += next.length;
      if (filled === PIECE) await pass();
    }
  }
  await pass();
  return { file: new Blob(pieces), sum };
}

/** What is stored of weights. Earlier versions of this site stored the bytes themselves. */
export const packedSchema = v.union([v.instance(Blob), v.instance(Uint8Array<ArrayBuffer>)]);
type Packed = v.InferOutput<typeof packedSchema>;

/** The weights, checked against a pipeline: what was stored may be from a different version of this site. */
export async function unpackWeights(packed: Packed, pipeline: Pipeline): Promise<Result<WeightSet>> {
  const bytes = packed instanceof Blob ? new Uint8Array(await packed.arrayBuffer()) : packed;
  const read = readWeights(bytes, pipeline);
  if (!read.ok) return read;
  await nextTask();
  const weights = sharedWeights(read.value.weights);
  await nextTask();
  return ok(weights);
}
