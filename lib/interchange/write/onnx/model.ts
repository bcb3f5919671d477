/**
 * A network as ONNX. Images go in as on this site, channels last, and are turned once; class names stand among the notes
 * of the file, under "classes".
 */

import { exportOf } from '@/lib/kinds/outside/exports';
import type { Stage } from '@/lib/network/pipeline';
import type { WrittenNetwork } from '../network';
import { type ChainNode, writeModel } from './file';

/** Only turns the axes for the node that it stands before or after. */
const TURNS = 'Transpose';

/** The nodes of one stage. One has the stage's name, which readers show; others what they do as well: "conv1_Relu". */
function nodesOf({ layer, input }: Stage, weights: WrittenNetwork['weights']): readonly ChainNode[] {
  const nodes = exportOf(layer).onnx(layer, input, weights[layer.id] ?? {});
  const main = Math.max(
    nodes.findIndex(({ operator }) => operator !== TURNS),
    0,
  );
  return nodes.map((node, at) => ({
    operator: node.operator,
    name: at === main ? layer.id : `${layer.id}_${node.operator}`,
    settings: node.settings ?? {},
    stored: (node.stored ?? []).map((tensor) => ({ ...tensor, name: `${layer.id}/${tensor.name}` })),
  }));
}

/** The file. */
export function asOnnx({ pipeline, weights }: WrittenNetwork): Uint8Array<ArrayBuffer> {
  const { architecture, stages } = pipeline;
  return writeModel({
    name: architecture.name,
    input: architecture.input,
    output: stages[stages.length - 1].output,
    nodes: stages.flatMap((stage) => nodesOf(stage, weights)),
    notes: { classes: JSON.stringify(architecture.classes) },
  });
}
