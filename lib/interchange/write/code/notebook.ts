/** A Jupyter notebook (nbformat 4.5) in which the network goes on training. */
import type { TrainingSettings } from '@/lib/network/settings';
import { FILES } from '../names';
import type { WrittenNetwork } from '../network';
import { kerasBuild, kerasLoad } from './keras';
import { dataProse, type ImagesOf, kerasData, pytorchData } from './notebook-data';
import { listOf, READ_WEIGHTS } from './python';

export interface NotebookSubject extends Pick<WrittenNetwork, 'pipeline'>, ImagesOf {
  /** Where the images come from: a sentence or two, in English. */
  readonly source: string;
  /** Of the run that made the weights; null where it isn't known. */
  readonly settings: Pick<TrainingSettings, 'optimizer' | 'learningRate' | 'batchSize' | 'seed'> | null;
}

interface Cell {
  readonly type: 'markdown' | 'code';
  readonly text: string;
}

const prose = (text: string): Cell => ({ type: 'markdown', text });
const code = (text: string): Cell => ({ type: 'code', text: text.trim() });

const USUAL = { optimizer: 'adam', learningRate: 0.001, batchSize: 32, seed: 1 } as const;

/** The optimizers of Keras. */
const OPTIMIZERS: Readonly<Record<TrainingSettings['optimizer'], (rate: number) => string>> = {
  sgd: (rate) => `optimizers.SGD(${rate})`,
  momentum: (rate) => `optimizers.SGD(${rate}, momentum=0.9)`,
  adam: (rate) => `optimizers.Adam(${rate})`,
  rmsprop: (rate) => `optimizers.RMSprop(${rate})`,
};

/** The same in PyTorch, with what Keras takes for granted and PyTorch takes otherwise. */
const TORCH_OPTIMIZERS: typeof OPTIMIZERS = {
  sgd: (rate) => `SGD(network.parameters(), lr=${rate})`,
  momentum: (rate) => `SGD(network.parameters(), lr=${rate}, momentum=0.9)`,
  adam: (rate) => `Adam(network.parameters(), lr=${rate}, eps=1e-7)`,
  rmsprop: (rate) => `RMSprop(network.parameters(), lr=${rate}, alpha=0.9, eps=1e-7)`,
};

/** What Pillow calls the colours of images as the network takes them. */
const PYTORCH_MODES: Readonly<Record<number, string>> = { 1: 'L', 3: 'RGB', 4: 'RGBA' };

const compiled = (name: string, optimizer: string) => `${name}.compile(
    optimizer=${optimizer},
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)`;

/** Training on several GPUs of one machine, one process each. */
function inPyTorch(subject: NotebookSubject): string {
  const { optimizer, learningRate, batchSize: batch } = subject.settings ?? USUAL;
  const [height, width, channels] = subject.pipeline.architecture.input;
  const { imports, images } = pytorchData(subject);
  return `%%writefile train_ddp.py
import os

import numpy as np
import torch
import torch.distributed as dist
from PIL import Image
from torch.nn.parallel import DistributedDataParallel
from torch.utils.data import DataLoader, DistributedSampler
${imports}
from network_pytorch import load


def pixels(image):
    image = image.convert("${PYTORCH_MODES[channels] ?? 'RGB'}").resize((${width}, ${height}))
    values = np.asarray(image, dtype="float32").reshape(${height}, ${width}, ${channels})
    return torch.from_numpy(values.transpose(2, 0, 1).copy())


dist.init_process_group("nccl" if torch.cuda.is_available() else "gloo")
rank = int(os.environ["LOCAL_RANK"])
device = torch.device("cuda", rank) if torch.cuda.is_available() else torch.device("cpu")
network = DistributedDataParallel(load().train().to(device))
${images}
sampler = DistributedSampler(images)
loader = DataLoader(images, batch_size=${batch}, sampler=sampler)
optimizer = torch.optim.${TORCH_OPTIMIZERS[optimizer](learningRate)}
for epoch in range(5):
    sampler.set_epoch(epoch)
    for batch, labels in loader:
        # The network ends in probabilities, so the loss is minus the logarithm of the right one.
        probabilities = network(batch.to(device)).clamp_min(1e-12)
        loss = torch.nn.functional.nll_loss(probabilities.log(), labels.to(device))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    if dist.get_rank() == 0:
        print(epoch + 1, loss.item())
if dist.get_rank() == 0:
    torch.save(network.module.state_dict(), "network.pt")
dist.destroy_process_group()`;
}

function cellsOf(subject: NotebookSubject): readonly Cell[] {
  const { architecture } = subject.pipeline;
  const { optimizer, learningRate, batchSize, seed } = subject.settings ?? USUAL;
  const compiledOptimizer = OPTIMIZERS[optimizer](learningRate);
  const known = subject.settings
    ? 'the settings of the run that made these weights'
    : 'settings that often work';
  return [
    prose(
      `# ${architecture.name}\n\nRebuilds the network in Keras, loads its weights and goes on training. Put this notebook beside \`${FILES.weights}\` and \`${FILES.pytorchCode}\`. The first cells need keras with any backend, the later ones TensorFlow and PyTorch.`,
    ),
    code(
      `import json\n\nimport numpy as np\nfrom keras import Sequential, layers, optimizers, utils\n\nCLASSES = ${listOf(architecture.classes)}`,
    ),
    prose('## The network and its weights'),
    code(
      `${kerasBuild(subject)}\n\n${READ_WEIGHTS}\n\n${kerasLoad(subject)}\n\nnetwork = load()\nnetwork.summary()`,
    ),
    prose(`## The images\n\n${subject.source}\n\n${dataProse(subject)}`),
    code(kerasData(subject, batchSize, seed)),
    prose(`## Train on\n\nWith ${known}.`),
    code(
      `${compiled('network', compiledOptimizer)}\nprint(network.evaluate(validation, verbose=0))\nhistory = network.fit(training, validation_data=validation, epochs=5)\nnetwork.save("trained-on.keras")`,
    ),
    prose(
      '## On several GPUs with TensorFlow\n\n`MirroredStrategy` holds a copy of the network on every GPU of the machine, gives each a part of every batch and sums their gradients. It needs the TensorFlow backend.',
    ),
    code(
      `import tensorflow as tf\n\nstrategy = tf.distribute.MirroredStrategy()\nwith strategy.scope():\n    mirrored = load()\n    ${compiled('mirrored', compiledOptimizer).replaceAll('\n', '\n    ')}\n# The batch is parted among the copies, so it grows with their number.\nlarger = training.unbatch().batch(${batchSize} * strategy.num_replicas_in_sync)\nmirrored.fit(larger, validation_data=validation, epochs=5)`,
    ),
    prose(
      '## On several GPUs with PyTorch\n\n`DistributedDataParallel` runs one process for each GPU; their gradients are averaged after every backward pass. The first cell writes the script, the second starts it. It needs torchvision too.',
    ),
    code(inPyTorch(subject)),
    code('!torchrun --standalone --nproc_per_node=gpu train_ddp.py'),
  ];
}

/** A text as the list of lines that a notebook keeps. */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** The notebook, as JSON. */
export const asNotebook = (subject: NotebookSubject): string =>
  `${JSON.stringify(
    {
      nbformat: 4,
      nbformat_minor: 5,
      metadata: {
        kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
        language_info: { name: 'python' },
      },
      cells: cellsOf(subject).map(({ type, text }, at) => ({
        cell_type: type,
        id: `cell-${at + 1}`,
        metadata: {},
        ...(type === 'code' && { execution_count: null, outputs: [] }),
        source: linesOf(text),
      })),
    },
    null,
    1,
  )}\n`;
