/** Good files with bytes flipped, cut off, doubled and moved: each is read as a network that works, or refused. */
import { randomInt, randomLcg } from 'd3-random';
import { expect, test } from 'vitest';
import { readOnnx } from '@/lib/interchange/onnx/read';
import { checkWeights } from '@/lib/network/check-weights';
import { buildPipeline } from '@/lib/network/pipeline';
import { must } from '../support/result';
import { fileOf, fixtureBytes } from './support/files';
import { CLASSIFIER } from './support/onnx-classifier';
import { onnxFile } from './support/onnx-file';

const FILES = ['torch-vgg', 'torch-viewed', 'torch-pooled', 'torch-residual', 'keras-like', 'external'];
const MUTATIONS = 120;
const LONGEST_MS = 5000;

type Random = (below: number) => number;

/** A copy with a few bytes changed; those of the structure rather than of the weights, every other time. */
function flipped(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = bytes.slice();
  for (let n = 1 + random(4); n > 0; n--) copy[random(copy.length)] ^= 1 << random(8);
  return copy;
}

/** A copy in which a length or number of one byte is another. */
function altered(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = bytes.slice();
  const small = Array.from(copy.keys()).filter((at) => copy[at] > 0 && copy[at] < 32);
  copy[small[random(small.length)]] = [0, 1, 2, 5, 7, 127, 128, 255][random(8)];
  return copy;
}

const cut = (bytes: Uint8Array, random: Random): Uint8Array => bytes.slice(0, random(bytes.length));

function without(bytes: Uint8Array, random: Random): Uint8Array {
  const from = random(bytes.length);
  return Uint8Array.from([...bytes.slice(0, from), ...bytes.slice(from + 1 + random(40))]);
}

function doubled(bytes: Uint8Array, random: Random): Uint8Array {
  const from = random(bytes.length);
  const to = from + 1 + random(200);
  return Uint8Array.from([...bytes.slice(0, to), ...bytes.slice(from)]);
}

const WAYS = [flipped, altered, altered, cut, without, doubled];

/** Reads a file and, where it is read, whether the network works. Answers whether it was. */
async function readable(bytes: Uint8Array): Promise<boolean> {
  const begun = performance.now();
  const result = await readOnnx([fileOf('mutated.onnx', bytes)]);
  expect(performance.now() - begun).toBeLessThan(LONGEST_MS);
  if (!result.ok) {
    expect(result.problem.sentence.length).toBeGreaterThan(20);
    expect(result.problem.sentence.length).toBeLessThan(800);
    return false;
  }
  const { architecture, weights } = result.value;
  const pipeline = must(buildPipeline(architecture));
  must(checkWeights(pipeline, weights));
  for (const stage of pipeline.stages) expect(stage.id in weights).toBe(stage.weights !== null);
  return true;
}

test.each([...FILES, 'classifier'])('%s', { timeout: 120_000 }, async (name) => {
  const good = name === 'classifier' ? onnxFile(CLASSIFIER) : fixtureBytes(`${name}.onnx`);
  const source = randomLcg(FILES.indexOf(name) + 7);
  const random: Random = (below) => randomInt.source(source)(below)();
  const read: boolean[] = [];
  for (let at = 0; at < MUTATIONS; at++) read.push(await readable(WAYS[at % WAYS.length](good, random)));
  expect(read).toContain(false);
});
