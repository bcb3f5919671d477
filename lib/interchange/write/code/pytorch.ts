import { codeOf } from '@/lib/kinds/codes';
import { rulesOf } from '@/lib/kinds/registry';
import type { Stage } from '@/lib/network/pipeline';
import { isMap } from '@/lib/tensor/tensor';
import { FILES } from '../names';
import type { WrittenNetwork } from '../network';
import { indented, listOf, literal, partedComment, READ_WEIGHTS, readImage, weighted } from './python';

/** A line of `forward` that is no module: a comment, or plain arithmetic. */
const isStatement = (line: string) => line.startsWith('#') || line.startsWith('x = ');

interface Written {
  /** Assignments in the constructor. */
  readonly modules: readonly string[];
  readonly forward: readonly string[];
}

/** Modules that follow one another become one `nn.Sequential`; arithmetic stands between them. */
function written(stages: readonly Stage[]): Written {
  const modules: string[] = [];
  const forward: string[] = [];
  let open: string[] = [];
  const close = () => {
    if (open.length === 0) return;
    const name = `self.part${modules.length + 1}`;
    modules.push(`${name} = nn.Sequential(\n${indented(open.join('\n'), 4)}\n)`);
    forward.push(`x = ${name}(x)`);
    open = [];
  };
  for (const { layer, input } of stages) {
    const line = codeOf(layer, input).pytorch;
    if (isStatement(line)) {
      close();
      forward.push(line);
    } else {
      const [code, comment] = partedComment(line);
      open.push(`${code},${comment}`);
    }
  }
  close();
  return { modules, forward };
}

/**
 * The stages whose weights go with the values of unrolled maps, with the shape of these: from the flatten up to the first
 * dense layer. PyTorch unrolls channels first.
 */
function flattened(stages: readonly Stage[]): readonly (readonly [id: string, maps: readonly number[]])[] {
  const at = stages.findIndex(({ layer, input }) => rulesOf(layer).unrolls && isMap(input));
  if (at < 0) return [];
  const dense = stages.findIndex(({ weights }, nth) => nth > at && weights?.kernel);
  return stages
    .slice(at + 1, dense + 1)
    .flatMap(({ id, weights }) => (weights ? [[id, stages[at].input] as const] : []));
}

const LOAD = `def in_pytorch(part, values, maps):
    """A parameter with its axes as PyTorch has them; behind a flatten its rows go channel by channel."""
    if maps is not None and part != "bias":
        rest = values.shape[1:]
        values = np.moveaxis(values.reshape(*maps, *rest), 2, 0).reshape(-1, *rest)
    if values.ndim == 4:
        values = values.transpose(3, 2, 0, 1)
    elif values.ndim == 2:
        values = values.T
    return torch.from_numpy(np.ascontiguousarray(values))


def load(path="${FILES.weights}"):
    network = Network()
    stored = read_safetensors(path)
    kinds = (nn.Conv2d, nn.Linear, nn.BatchNorm1d, nn.BatchNorm2d)
    modules = [one for one in network.modules() if isinstance(one, kinds)]
    with torch.no_grad():
        for module, stage in zip(modules, STAGES, strict=True):
            for part, values in stored[stage].items():
                getattr(module, NAMES[part]).copy_(in_pytorch(part, values, FLATTENED.get(stage)))
    return network.eval()
`;

/** A Python file that builds the network in PyTorch, loads its weights and predicts. */
export function pytorchFile(network: Pick<WrittenNetwork, 'pipeline'>): string {
  const { architecture, stages } = network.pipeline;
  const { modules, forward } = written(stages);
  const maps = flattened(stages).map(([id, shape]) => `${literal(id)}: (${shape.join(', ')})`);
  return `"""The network in PyTorch: builds it, loads its weights and predicts.

    python ${FILES.pytorchCode} image.png

It needs torch, numpy and, to read images, pillow. Images and maps are channels first here: batch, channels, rows, columns.
"""
import json
import sys

import numpy as np
import torch
from torch import nn

CLASSES = ${listOf(architecture.classes)}


class Network(nn.Module):
    def __init__(self):
        super().__init__()
${indented(modules.join('\n'), 8)}

    def forward(self, x):
${indented(forward.join('\n'), 8)}
        return x


# The layers with weights, in order, and what PyTorch calls their parameters.
STAGES = ${listOf(weighted(network))}
NAMES = {
    "kernel": "weight",
    "bias": "bias",
    "gamma": "weight",
    "beta": "bias",
    "movingMean": "running_mean",
    "movingVariance": "running_var",
}
# Layers behind a flatten, with the rows, columns and channels that were unrolled.
FLATTENED = {${maps.join(', ')}}


${READ_WEIGHTS}

${LOAD}

${readImage(network)}

if __name__ == "__main__":
    image = torch.from_numpy(read_image(sys.argv[1]).transpose(0, 3, 1, 2).copy())
    with torch.no_grad():
        probabilities = load()(image)[0]
    for unit in probabilities.argsort(descending=True)[:3]:
        print(f"{CLASSES[unit]:24} {probabilities[unit]:.4f}")
`;
}
