import { readOnnx } from '@/lib/interchange/onnx/read';
import { sentenceOf } from '../../support/result';
import { fileOf } from './files';
import { tensor } from './onnx-classifier';
import { type GraphSpec, onnxFile } from './onnx-file';

/** Why a network is refused. */
export const sentence = async (graph: GraphSpec) =>
  sentenceOf(await readOnnx([fileOf('network.onnx', onnxFile(graph))]));

/** A network that is refused, and a part of the sentence. */
export type Case = readonly [what: string, graph: GraphSpec, sentence: RegExp];

/** A stored number. */
export const one = (name: string, n: number) => tensor(name, [], { values: [n] });
