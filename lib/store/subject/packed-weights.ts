/* Weights as an opened network's are stored: a safetensors file, which the browser holds outside the page's memory. */
import * as v from 'valibot';
import { type Header, headerEnd, LENGTH_BYTES, readHeader } from '@/lib/checkpoint/safetensors-header';
import { weightsInPieces, weightsNamed } from '@/lib/checkpoint/weights';
import { discarded } from '@/lib/data/archives/released';
import { crc32 } from '@/lib/data/crc32';
import { nextTask } from '@/lib/data/next-task';
import type { Parameter } from '@/lib/kinds/types';
import type { Pipeline } from '@/lib/network/pipeline';
import type { WeightSet } from '@/lib/network/weights';
import { fail, type Result } from '@/lib/result';
import { sharedFloats } from '@/lib/tensor/shared';
import words from '@/words/checkpoint';

/** How many bytes are summed up, copied or read at once. */
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

/**
 * The weights, checked against a pipeline: what was stored may be from a different version of this site. They are read a
 * piece at a time into the memory that they stay in, so that the page responds in between and holds them once.
 */
export async function unpackWeights(packed: Packed, pipeline: Pipeline): Promise<Result<WeightSet>> {
  const file = packed instanceof Blob ? packed : new Blob([packed]);
  const header = await headerOf(file);
  if (!header.ok) return header;
  const { places, end } = header.value;
  const named: (readonly [string, Parameter])[] = [];
  for (const { name, type, shape, from, to } of places) {
    if (type !== 'F32') return fail(words.somethingElse(), name);
    named.push([name, { shape, values: await floatsIn(file.slice(end + from, end + to)) }]);
  }
  return weightsNamed(named, pipeline);
}

async function headerOf(file: Blob): Promise<Result<Header>> {
  const first = async (count: number) => new Uint8Array(await file.slice(0, count).arrayBuffer());
  const end = headerEnd(await first(LENGTH_BYTES), file.size);
  return end.ok ? readHeader(await first(end.value), file.size) : end;
}

async function floatsIn(part: Blob): Promise<Float32Array> {
  const values = sharedFloats(part.size / Float32Array.BYTES_PER_ELEMENT);
  const bytes = new Uint8Array(values.buffer);
  for (let at = 0; at < part.size; at += PIECE) {
    // Not by a reader of the file's stream into memory of one's own: in Chromium one of hundreds never answers.
    const piece = new Uint8Array(await part.slice(at, at + PIECE).arrayBuffer());
    bytes.set(piece, at);
    discarded(piece);
    await nextTask();
  }
  return values;
}
