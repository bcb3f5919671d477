import * as v from 'valibot';
import { readSafetensors, type StoredTensor, writeSafetensors } from '@/lib/checkpoint/safetensors';
import { hasRelu } from '@/lib/kinds/parts/relu';
import type { Pipeline } from '@/lib/network/pipeline';
import type { ShippedFiles } from '@/lib/network/subject';
import type { StageTrace, Trace } from '@/lib/network/trace';
import { fail, ok, type Result } from '@/lib/result';
import { asset, BASE_PATH } from '@/lib/site/asset';
import { size, type Tensor } from '@/lib/tensor/tensor';
import words from '@/words/engine';
import { addressesOf, fetchShipped } from '../worker/shipped';

/** The path of the first sample's trace, written by `npm run recorded`. */
export const RECORDED_TRACE = '/recorded/trace.safetensors';

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const noteSchema = v.object({
  network: v.object({ origin: v.literal('shipped'), seed: whole, epoch: whole, step: whole }),
  backend: v.picklist(['webgpu', 'webgl', 'wasm', 'cpu']),
  milliseconds: v.number(),
});

/** A ReLU's output follows exactly from its input, so it is not stored. */
const relu = (before: Float32Array) => before.map((value) => Math.max(0, value));
const isRelu = (pipeline: Pipeline, id: string) =>
  pipeline.stages.some(({ id: own, layer }) => own === id && hasRelu(layer));

/** A trace as a file: tensors named `<stage>` and `<stage>/before`, everything else in its metadata. */
export function writeTrace(trace: Trace, pipeline: Pipeline): Uint8Array<ArrayBuffer> {
  const tensors = trace.stages.flatMap(({ stage, shape, values, before }): [string, Tensor][] => [
    ...(isRelu(pipeline, stage) ? [] : [[stage, { shape, values }] satisfies [string, Tensor]]),
    ...(before ? [[`${stage}/before`, { shape, values: before }] satisfies [string, Tensor]] : []),
  ]);
  const { network, backend, milliseconds } = trace;
  return writeSafetensors(tensors, 'F32', { trace: JSON.stringify({ network, backend, milliseconds }) });
}

const real = (tensor: StoredTensor | undefined): Float32Array | undefined =>
  tensor?.values instanceof Float32Array ? tensor.values : undefined;

/** Reads a trace of a pipeline's network. Its weights are not in the file. */
function readTrace(bytes: Uint8Array, pipeline: Pipeline): Result<Trace> {
  const file = readSafetensors(bytes);
  if (!file.ok) return file;
  const { tensors, notes } = file.value;
  const note = v.safeParse(v.pipe(v.string(), v.parseJson(), noteSchema), notes.trace);
  if (!note.success) return fail(words.noTrace(), v.summarize(note.issues));
  const stages: StageTrace[] = [];
  for (const { id, output } of pipeline.stages) {
    const before = real(tensors.get(`${id}/before`));
    const values = real(tensors.get(id)) ?? (before && relu(before));
    if (values?.length !== size(output)) return fail(words.otherTrace(), id);
    stages.push({ stage: id, shape: output, values, before });
  }
  return ok({ ...note.output, source: 'recorded', complete: true, stages, weights: {} });
}

/**
 * The first sample's trace through the shipped network, whose pipeline is given, with the convolution weights
 * that explain it. Null where it can't be loaded: then the page waits for the live one.
 */
export async function loadRecordedTrace(pipeline: Pipeline, shipped: ShippedFiles): Promise<Trace | null> {
  try {
    const [response, early] = await Promise.all([
      fetch(asset(RECORDED_TRACE)),
      fetchShipped(addressesOf(shipped)[0], pipeline, BASE_PATH),
    ]);
    if (!response.ok || !early.ok) return null;
    const trace = readTrace(new Uint8Array(await response.arrayBuffer()), pipeline);
    return trace.ok ? { ...trace.value, weights: early.value.weights } : null;
  } catch {
    return null;
  }
}
