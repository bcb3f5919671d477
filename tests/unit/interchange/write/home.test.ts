/** What is taken home, part by part; with Python where it has NumPy. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readNetwork } from '@/lib/interchange/read-network';
import { bundle, filesOf, partOf, type TakenHome } from '@/lib/interchange/write/bundle';
import { asNpy } from '@/lib/interchange/write/numpy/npz';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { listParameters } from '@/lib/network/weights';
import { EVERY_KIND_ASKED } from '../../support/every-kind';
import { naiveForward } from '../../support/naive';
import { randomWeights } from '../../support/random-weights';
import { must } from '../../support/result';
import { fileOf, fixture } from '../support/files';

const [{ architecture }] = EVERY_KIND_ASKED;

function taken(input: readonly [number, number, number]): TakenHome {
  const pipeline = must(buildPipeline({ ...architecture, input }));
  const weights = randomWeights(pipeline, 5);
  const image = Array.from({ length: input[0] * input[1] * input[2] }, (_, at) => (at * 7919) % 256);
  const stages = naiveForward(pipeline.architecture, weights, image);
  return {
    pipeline,
    weights,
    stages,
    run: null,
    settings: null,
    source: 'From a drawer.',
    dataSet: 'own',
    now: 1000,
  };
}

const home = taken([12, 12, 3]);
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const python = spawnSync('python3', ['-c', 'import numpy'], { encoding: 'utf8' });
const hasNumPy = python.status === 0;

test('an array as .npy has its header, padded to 64 bytes, and its numbers', () => {
  const file = asNpy({ shape: [2], values: Float32Array.of(1.5, -2) });
  expect(file.length).toBe(128 + 8);
  expect([...file.subarray(0, 8)]).toEqual([0x93, 78, 85, 77, 80, 89, 1, 0]);
  expect(file[8] + 256 * file[9]).toBe(118);
  expect(text(file.subarray(10, 128))).toMatch(
    /^\{'descr': '<f4', 'fortran_order': False, 'shape': \(2,\), \} *\n$/,
  );
  expect(new Float32Array(file.slice(128).buffer)).toEqual(Float32Array.of(1.5, -2));
});

test('the archive holds every part, and a text that names them', () => {
  const files = unzipSync(bundle(home));
  expect(Object.keys(files)).toEqual([
    'README.txt',
    'tfjs/model.json',
    'tfjs/group1-shard1of1.bin',
    'network.keras',
    'network.onnx',
    'network.safetensors',
    'network_keras.py',
    'network_pytorch.py',
    'network_tfjs.js',
    'network.ipynb',
    'stages.npz',
    'check.py',
  ]);
  for (const name of Object.keys(files).slice(1))
    expect(text(files['README.txt'])).toContain(name.startsWith('tfjs/') ? 'tfjs/' : name);
  expect(text(files['README.txt'])).not.toContain('run.csv');
});

test('the archive is opened again as the one network that it holds, packed or unpacked', async () => {
  const bytes = bundle(home);
  const unpacked = Object.entries(unzipSync(bytes)).map(([name, part]) => fileOf(`network/${name}`, part));
  for (const files of [[fileOf('taken-home.zip', bytes)], unpacked]) {
    const { architecture: read, weights } = must(await readNetwork(files));
    expect(read.layers).toEqual(home.pipeline.architecture.layers);
    expect(read.classes).toEqual(home.pipeline.architecture.classes);
    expect(listParameters(weights)).toEqual(listParameters(home.weights));
  }
  // Beside another network it is still one of two.
  const other = { ...fixture('sequential.h5'), name: 'sequential.h5' };
  expect((await readNetwork([...unpacked, other])).ok).toBe(false);
});

test('the same network is the same bytes each time', () => {
  expect(bundle(home)).toEqual(bundle(home));
});

test('what needs an image or a run is left out without one', () => {
  const bare = { ...home, stages: [] };
  expect(partOf('check', bare)).toBeNull();
  expect(partOf('csv', bare)).toBeNull();
  expect(partOf('events', bare)).toBeNull();
  expect(partOf('notebook', bare)?.name).toBe('network.ipynb');
});

test('PyTorch’s file says which maps were unrolled, and where arithmetic stands between modules', () => {
  const code = text(partOf('pytorchCode', home)?.bytes);
  expect(code).toContain('FLATTENED = {"hidden": (3, 3, 8)}');
  expect(code).toContain('        x = x / 255\n        x = self.part1(x)\n        return x\n');
  expect(code).toContain('nn.Flatten(),  # in another order');
});

test('the notebook says where the images come from, and has the cells for several GPUs', () => {
  const { cells, nbformat } = JSON.parse(text(partOf('notebook', home)?.bytes));
  const all: string = cells.map(({ source }: { source: readonly string[] }) => source.join('')).join('\n');
  expect(nbformat).toBe(4);
  for (const part of ['From a drawer.', 'tf.distribute', 'DistributedDataParallel', 'Conv2D(8, 3'])
    expect(all).toContain(part);
});

const cellsOf = (of: TakenHome): string =>
  JSON.parse(text(partOf('notebook', of)?.bytes))
    .cells.map(({ source }: { source: readonly string[] }) => source.join(''))
    .join('\n');

test('the notebook fetches a set that Keras and torchvision know, and reads any other from a folder', () => {
  const photographs = cellsOf({ ...taken([32, 32, 3]), dataSet: 'cifar10' });
  expect(photographs).toContain('= cifar10.load_data()');
  expect(photographs).toContain('images.reshape(-1, 32, 32, 3)');
  expect(photographs).toContain('CIFAR10("data", download=True)');
  const digits = cellsOf({ ...taken([28, 28, 1]), dataSet: 'mnist' });
  expect(digits).toContain('= mnist.load_data()');
  expect(digits).not.toContain('ImageFolder');
  // A network on the same set that takes images of another size has them made by its learner.
  for (const own of [home, { ...taken([64, 64, 3]), dataSet: 'cifar10' }]) {
    expect(cellsOf(own)).toContain('image_dataset_from_directory');
    expect(cellsOf(own)).toContain('class Images(ImageFolder)');
    expect(cellsOf(own)).not.toMatch(/load_data|download=True/);
  }
});

test.each([
  ['sgd', 'optimizers.SGD(0.02)', 'torch.optim.SGD(network.parameters(), lr=0.02)'],
  [
    'momentum',
    'optimizers.SGD(0.02, momentum=0.9)',
    'torch.optim.SGD(network.parameters(), lr=0.02, momentum=0.9)',
  ],
  ['adam', 'optimizers.Adam(0.02)', 'torch.optim.Adam(network.parameters(), lr=0.02, eps=1e-7)'],
  [
    'rmsprop',
    'optimizers.RMSprop(0.02)',
    'torch.optim.RMSprop(network.parameters(), lr=0.02, alpha=0.9, eps=1e-7)',
  ],
] as const)('every cell of the notebook goes on with the run’s optimizer: %s', (optimizer, keras, torch) => {
  const settings = { optimizer, learningRate: 0.02, batchSize: 16, seed: 1, epochs: 2 };
  const cells = cellsOf({ ...home, settings });
  expect(cells.split(`optimizer=${keras},`)).toHaveLength(3);
  expect(cells).toContain(`optimizer = ${torch}\n`);
  expect(cells).toContain('batch_size=16, sampler=sampler');
});

test('the notebook of a network whose run isn’t known uses Adam', () => {
  expect(cellsOf({ ...home, settings: null })).toContain(
    'torch.optim.Adam(network.parameters(), lr=0.001, eps=1e-7)',
  );
});

describe.skipIf(!hasNumPy)('check.py', () => {
  const folder = mkdtempSync(join(tmpdir(), 'check-'));
  beforeAll(() => {
    for (const { name, bytes } of filesOf(home))
      if (!name.includes('/')) writeFileSync(join(folder, name), bytes);
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (...args: readonly string[]) =>
    spawnSync('python3', ['check.py', ...args], { cwd: folder, encoding: 'utf8' });

  test('finds every stage as it is', () => {
    const { status, stdout, stderr } = run();
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toContain("All within 1e-05 of each stage's largest value.");
  });

  test('fails without the permutation of the kernel behind the flatten', () => {
    const { status, stderr } = run('--without-permutation');
    expect(status).toBe(1);
    expect(stderr).toContain('Off by more than 1e-05: the permutation');
  });

  test('names a stage that is wrong', () => {
    const stages = home.stages.map((stage) =>
      stage.stage === 'max' ? { ...stage, values: stage.values.map((value) => value * 1.001) } : stage,
    );
    const wrong = unzipSync(partOf('check', { ...home, stages })?.bytes ?? new Uint8Array());
    writeFileSync(join(folder, 'wrong.npz'), wrong['stages.npz']);
    const { status, stderr } = run('--stages', 'wrong.npz');
    expect(status).toBe(1);
    expect(stderr).toContain('max');
  });
});
