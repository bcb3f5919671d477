/** Good files with bytes flipped, cut off, doubled and moved: each is read as a network that works, or refused. */
import { randomInt, randomLcg } from 'd3-random';
import { expect, test } from 'vitest';
import { readOnnx } from '@/lib/interchange/onnx/read';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { checkWeights } from '@/lib/network/check-weights';
import { must } from '../support/result';
import { fileOf, fixtureBytes } from './support/files';
import { MUTATIONS, type Random } from './support/mutations';
import { CLASSIFIER } from './support/onnx-classifier';
import { onnxFile } from './support/onnx-file';

const FILES = ['torch-vgg', 'torch-viewed', 'torch-pooled', 'torch-residual', 'keras-like', 'external'];
const TIMES = 120;
const LONGEST_MS = 5000;

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
  for (let at = 0; at < TIMES; at++)
    read.push(await readable(MUTATIONS[at % MUTATIONS.length].mutate(good, random)));
  expect(read).toContain(false);
});
