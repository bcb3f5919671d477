/**
 * `npm run check:roundtrip`: writes six networks in every format, reads each again with the site's own readers, and
 * compares weights, layers and what the network computes on an image. The TensorFlow.js code runs in Chromium, where the
 * network that it builds and the one that `tf.loadLayersModel` opens are compared layer by layer. In Python h5py, Keras,
 * PyTorch and ONNX Runtime read theirs where they are installed (PYTHON names an interpreter); the files are compiled, and
 * `check.py` is run, with the permutation and without. Exit 1 where anything differs.
 */
import '@tensorflow/tfjs-backend-cpu';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { randomInt, randomLcg } from 'd3-random';
import { Model } from '@/lib/engine/worker/model';
import type { OpenedNetwork } from '@/lib/interchange/opened';
import { readNetwork } from '@/lib/interchange/read-network';
import { filesOf, partOf, type TakenHome } from '@/lib/interchange/write/bundle';
import { FILES } from '@/lib/interchange/write/names';
import type { WrittenNetwork } from '@/lib/interchange/write/network';
import { rulesOf } from '@/lib/kinds/registry';
import { buildPipeline } from '@/lib/network/build-pipeline';
import type { Pipeline } from '@/lib/network/pipeline';
import { must } from '@/lib/result';
import { isMap } from '@/lib/tensor/tensor';
import { makeParts } from '../build/build';
import { runInBrowser } from './roundtrip/code';
import { sameSteps, valueDifference, weightDifference } from './roundtrip/compare';
import { type RunPrinted, withBrowser } from './roundtrip/in-browser';
import { type CheckedNetwork, checkedNetworks } from './roundtrip/networks';
import { type Answer, available, cellsCompile, check, compiles, others } from './roundtrip/python';

/** Of the largest value of the answer: other layers may add in another order. */
const MOST = 1e-6;
/** Of an image in bytes. */
const BYTE = 255;
const FORMATS = ['layersModel', 'keras', 'onnx', 'safetensors'] as const;

const faults: string[] = [];
const note = (name: string, what: string, { ok, text }: Answer): string => {
  if (!ok) faults.push(`${name}, ${what}: ${text}`);
  return ok ? 'ok' : 'FAILED';
};

/** Every stage's output for an image of numbers. */
function computed({ pipeline, weights }: WrittenNetwork, image: Float32Array): TakenHome['stages'] {
  const model = new Model(pipeline);
  must(model.load(weights));
  const [height, width, channels] = pipeline.architecture.input;
  const stages: TakenHome['stages'][number][] = [];
  tf.tidy(() => {
    for (const { stage, output } of model.forwardAll(tf.tensor4d(image, [1, height, width, channels])))
      stages.push({
        stage: stage.id,
        shape: stage.output,
        values: Float32Array.from(output.dataSync()),
      });
  });
  model.dispose();
  return stages;
}

/** The same image for the same network, each time. */
function imageFor({ pipeline, brightest }: CheckedNetwork): Float32Array {
  const byte = randomInt.source(randomLcg(0.5))(256);
  const length = pipeline.architecture.input.reduce((all, n) => all * n, 1);
  return Float32Array.from({ length }, () => (byte() / 255) * brightest);
}

/** Reads a part again and compares; answers a line of the table. */
async function checkFormat(
  id: (typeof FORMATS)[number],
  name: string,
  home: TakenHome,
  image: Float32Array,
): Promise<string> {
  const file = partOf(id, home);
  if (!file) throw new Error(`there is no ${id}`);
  const opened = await readNetwork([{ ...file, size: file.bytes.length, bytes: async () => file.bytes }]);
  if (!opened.ok) return note(name, id, { ok: false, text: opened.problem.sentence });
  const { weights, addsSoftmax }: OpenedNetwork = opened.value;
  const pipeline = must(buildPipeline(opened.value.architecture));
  const weight = weightDifference(home.weights, weights);
  const same = sameSteps(home.pipeline, pipeline) && !addsSoftmax;
  const meant = home.stages[home.stages.length - 1].values;
  const answer = valueDifference(meant, computed({ pipeline, weights }, image).at(-1)?.values ?? []);
  const ok = weight === 0 && same && answer <= MOST;
  const figures = `weights ${weight}, ${same ? 'the same' : 'OTHER'} layers, answer ${answer.toExponential(1)}`;
  note(name, id, { ok, text: figures });
  return `${(file.bytes.length / 1024).toFixed(0).padStart(8)} KiB   ${figures}`;
}

/** Whether the order of values behind a flatten matters at all. */
const isPermuted = ({ stages }: Pipeline): boolean =>
  stages.some(
    ({ layer, input }) => rulesOf(layer).unrolls && isMap(input) && input[2] > 1 && input[0] * input[1] > 1,
  );

function checkPython(name: string, folder: string, pipeline: Pipeline, numpy: boolean): readonly string[] {
  const lines = [FILES.kerasCode, FILES.pytorchCode, FILES.check].map(
    (file) => `${file} compiles: ${note(name, file, compiles(folder, file))}`,
  );
  lines.push(
    `cells of ${FILES.notebook} compile: ${note(name, FILES.notebook, cellsCompile(folder, FILES.notebook))}`,
  );
  if (!numpy) return lines;
  lines.push(`check.py: ${note(name, 'check.py', check(folder))}`);
  if (isPermuted(pipeline)) {
    const { ok, text } = check(folder, '--without-permutation');
    const failed = { ok: !ok && text.includes('the permutation'), text };
    lines.push(`check.py --without-permutation fails: ${note(name, 'without the permutation', failed)}`);
  }
  const read = others(folder);
  lines.push(`other libraries: ${note(name, 'other libraries', read)} (${read.text.replaceAll('\n', ', ')})`);
  return lines;
}

const { python, numpy } = available();

async function checkNetwork(network: CheckedNetwork, run: RunPrinted): Promise<void> {
  const { name, pipeline, weights, run: log } = network;
  console.log(`\n${name}: ${pipeline.stages.length - 1} layers, ${pipeline.parameters} parameters`);
  const image = imageFor(network);
  const stages = computed(network, image);
  const settings = log?.settings ?? null;
  const home: TakenHome = {
    pipeline,
    weights,
    stages,
    run: log,
    settings,
    source: 'Somewhere.',
    dataSet: network.dataSet,
    now: 1.7e9,
  };
  for (const id of FORMATS) console.log(`  ${id.padEnd(12)} ${await checkFormat(id, name, home, image)}`);
  const bytes = imageFor({ ...network, brightest: BYTE });
  const meant = { stages, values: image, bytes, answer: computed(network, bytes).at(-1)?.values ?? [] };
  for (const [what, answer] of await runInBrowser(home, meant, run))
    console.log(`  ${what}: ${note(name, what, answer)} (${answer.text})`);
  const folder = mkdtempSync(join(tmpdir(), 'roundtrip-'));
  try {
    for (const file of filesOf(home)) {
      mkdirSync(dirname(join(folder, file.name)), { recursive: true });
      writeFileSync(join(folder, file.name), file.bytes);
    }
    if (python) for (const line of checkPython(name, folder, pipeline, numpy)) console.log(`  ${line}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await makeParts(['words']);
await tf.setBackend('cpu');
if (!python) console.log('No Python: its files are not compiled, and check.py is not run.');
else if (!numpy) console.log('No NumPy: check.py is not run.');
await withBrowser(async (run) => {
  for (const network of await checkedNetworks()) await checkNetwork(network, run);
});
for (const fault of faults) console.log(`\n${fault}`);
console.log(`\n${faults.length === 0 ? 'All is read as it was written.' : `${faults.length} faults`}`);
process.exitCode = faults.length === 0 ? 0 : 1;
