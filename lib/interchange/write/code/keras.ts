import { codeOf } from '@/lib/kinds/codes';
import { FILES } from '../names';
import type { WrittenNetwork } from '../network';
import { indented, listOf, partedComment, READ_WEIGHTS, readImage, weighted } from './python';

/** A function in Python that builds the network in Keras, without its weights. */
export function kerasBuild({ pipeline }: Pick<WrittenNetwork, 'pipeline'>): string {
  const lines = pipeline.stages.map(({ layer, input }) => {
    const [code, comment] = partedComment(codeOf(layer, input).keras);
    return `${code},${comment}`;
  });
  return `def build():
    return Sequential([
${indented(lines.join('\n'), 8)}
    ])
`;
}

/** A function in Python that builds the network and gives it its weights. */
export const kerasLoad = (
  network: Pick<WrittenNetwork, 'pipeline'>,
): string => `# The layers with weights, in order.
STAGES = ${listOf(weighted(network))}


def load(path="${FILES.weights}"):
    network = build()
    stored = read_safetensors(path)
    for layer, stage in zip((one for one in network.layers if one.weights), STAGES, strict=True):
        layer.set_weights(list(stored[stage].values()))
    return network
`;

/** A Python file that builds the network in Keras, loads its weights and predicts. */
export function kerasFile(network: Pick<WrittenNetwork, 'pipeline'>): string {
  const { architecture } = network.pipeline;
  return `"""The network in Keras 3, on TensorFlow, JAX or PyTorch: builds it, loads its weights and predicts.

    python ${FILES.kerasCode} image.png

It needs keras, numpy and, to read images, pillow. keras.models.load_model("${FILES.keras}") opens the same network in one line.
"""
import json
import sys

import numpy as np
from keras import Sequential, layers

CLASSES = ${listOf(architecture.classes)}


${kerasBuild(network)}

${READ_WEIGHTS}

${kerasLoad(network)}

${readImage(network)}

if __name__ == "__main__":
    probabilities = load().predict(read_image(sys.argv[1]), verbose=0)[0]
    for unit in np.argsort(-probabilities)[:3]:
        print(f"{CLASSES[unit]:24} {probabilities[unit]:.4f}")
`;
}
