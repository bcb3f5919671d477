/** Networks from ONNX files, as PyTorch and tf2onnx write them: a chain of the layers that this site has. */
import { formatBytes } from '@/lib/format/bytes';
import { asEnd } from '@/lib/kinds/outside/builders';
import { activationOf, isSoftmax } from '@/lib/kinds/parts/activation';
import { rulesOf } from '@/lib/kinds/registry';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { checkWeights } from '@/lib/network/check-weights';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/interchange-onnx';
import type { OpenedNetwork, SourceFile } from '../opened';
import { indexClasses, layerNotFinite } from '../whole';
import { namedClasses } from './classes';
import type { Model } from './file/messages';
import { readModel } from './file/model';
import { followed } from './graph/chain';
import type { Draft } from './graph/draft';
import { Refusal, refuse } from './refusal';

/** The versions of ONNX's operators that are known here. */
const FIRST_VERSION = 5;
const LAST_VERSION = 23;
/** A fourth more than the weights of the largest network that `lib/network/memory.ts` lets be trained take. */
const LARGEST_FILE = 160e6;

/** The one file that is to be read. */
function chosen(files: readonly SourceFile[]): Result<SourceFile> {
  const named = files.filter(({ name }) => name.toLowerCase().endsWith('.onnx'));
  const candidates = named.length === 0 && files.length === 1 ? files : named;
  if (candidates.length > 1) return fail(words.severalFiles({ count: candidates.length }));
  const file = candidates.at(0);
  if (!file) return fail(words.noFile());
  if (file.size > LARGEST_FILE)
    return fail(words.tooLarge({ size: formatBytes(file.size), most: formatBytes(LARGEST_FILE) }));
  return ok(file);
}

/** A file's name without its folder and its end. */
const titleOf = (name: string): string => (name.split('/').at(-1) ?? name).replace(/\.onnx$/i, '');

function modelIn(bytes: Uint8Array): Model {
  try {
    return readModel(bytes);
  } catch (error) {
    return refuse(words.notOnnx(), String(error));
  }
}

/** The network's last layer with softmax, put there where the file leaves it out. @throws Refusal for any other end. */
function endWithSoftmax(draft: Draft): boolean {
  const { layer, weights } = draft.last;
  const end = asEnd(layer);
  if (!end) refuse(words.end({ id: layer.id }));
  if (isSoftmax(layer) && !draft.isClosed) return false;
  if (activationOf(layer) !== 'linear') refuse(words.end({ id: layer.id }));
  draft.replaceLast({ layer: end, weights });
  return true;
}

/** @throws Refusal where the network is none that can be shown here. */
function networkIn(bytes: Uint8Array, name: string): Result<OpenedNetwork> {
  const { version, graph, notes } = modelIn(bytes);
  if (!graph) return fail(words.notOnnx(), 'no graph');
  if (version === null || version < FIRST_VERSION || version > LAST_VERSION)
    return fail(words.version({ version: version ?? '?', first: FIRST_VERSION, last: LAST_VERSION }));
  const draft = followed(graph, version, bytes.length);
  const addsSoftmax = endWithSoftmax(draft);
  const { layer } = draft.last;
  const count = rulesOf(layer).units?.(layer) ?? 0;
  const names = namedClasses(notes, count);
  const architecture = {
    name,
    input: draft.input,
    layers: draft.parts.map((part) => part.layer),
    classes: names ?? indexClasses(count),
  };
  const pipeline = buildPipeline(architecture);
  if (!pipeline.ok) return fail(words.cantWork({ problem: pipeline.problem.sentence }));
  const weights = checkWeights(pipeline.value, draft.weights);
  if (!weights.ok) {
    const strange = layerNotFinite(pipeline.value, draft.weights);
    return strange ? fail(words.notFinite(strange), weights.problem.sentence) : weights;
  }
  return ok({
    format: 'onnx',
    architecture,
    weights: weights.value,
    namesClasses: names !== null,
    addsSoftmax,
    leavesOut: [],
  });
}

/**
 * Reads the network of an ONNX file: the one that ends in ".onnx", or the only one. Fails with a sentence that names the
 * node and its place where the network does what the layers of this site don't, or the file is none.
 */
export async function readOnnx(files: readonly SourceFile[]): Promise<Result<OpenedNetwork>> {
  const file = chosen(files);
  if (!file.ok) return file;
  let bytes: Uint8Array;
  try {
    bytes = await file.value.bytes();
  } catch (error) {
    return fail(words.unreadable(), String(error));
  }
  try {
    return networkIn(bytes, titleOf(file.value.name));
  } catch (error) {
    if (error instanceof Refusal) return fail(error.sentence, error.detail);
    return fail(words.damaged(), String(error));
  }
}
