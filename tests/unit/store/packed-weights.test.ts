import { afterEach, expect, test, vi } from 'vitest';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { listParameters } from '@/lib/network/weights';
import { packWeights, unpackWeights } from '@/lib/store/subject/packed-weights';
import { randomWeights } from '../support/random-weights';
import { must } from '../support/result';

const ARCHITECTURE: Architecture = {
  name: 'several pieces',
  input: [32, 32, 3],
  classes: ['a', 'b'],
  layers: [
    { id: 'input', kind: 'input' },
    { id: 'flatten', kind: 'flatten' },
    { id: 'dense', kind: 'dense', units: 400, activation: 'relu' },
    { id: 'output', kind: 'dense', units: 2, activation: 'softmax' },
  ],
};
const pipeline = must(buildPipeline(ARCHITECTURE));
const weights = randomWeights(pipeline, 1);
/** At most so much is copied in one task of the page. */
const MOST = 2e6;

afterEach(() => vi.restoreAllMocks());

test('weights of several pieces come back as they were, none of them too long for the page', async () => {
  const { file } = await packWeights(weights);
  expect(file.size).toBeGreaterThan(2 * MOST);
  const sizes: number[] = [];
  const { arrayBuffer } = Blob.prototype;
  vi.spyOn(Blob.prototype, 'arrayBuffer').mockImplementation(function (this: Blob) {
    sizes.push(this.size);
    return arrayBuffer.call(this);
  });
  // One that never answers, as it happens in Chromium.
  vi.spyOn(Blob.prototype, 'stream').mockImplementation(() => new ReadableStream());
  const read = listParameters(must(await unpackWeights(file, pipeline)));
  expect(read.map(([name, { shape }]) => [name, shape])).toEqual(
    listParameters(weights).map(([name, { shape }]) => [name, shape]),
  );
  // Compared as bytes, because a million numbers one by one take ten seconds.
  for (const [at, [, { values }]] of listParameters(weights).entries())
    expect(Buffer.from(read[at][1].values.buffer).equals(Buffer.from(values.buffer))).toBe(true);
  expect(Math.max(...sizes)).toBe(MOST);
});

test('what is damaged, cut off or another network’s is refused', async () => {
  const { file } = await packWeights(weights);
  const sentenceOf = async (blob: Blob) => {
    const read = await unpackWeights(blob, pipeline);
    return read.ok ? '' : read.problem.sentence;
  };
  expect(await sentenceOf(file.slice(0, 5))).not.toBe('');
  expect(await sentenceOf(file.slice(0, 60))).not.toBe('');
  expect(await sentenceOf(file.slice(0, file.size - 4))).not.toBe('');
  expect(await sentenceOf(new Blob([file, new Uint8Array(4)]))).not.toBe('');
  const other = must(buildPipeline({ ...ARCHITECTURE, input: [16, 16, 3] }));
  expect((await unpackWeights(file, other)).ok).toBe(false);
  const numbers = new Uint8Array(await file.arrayBuffer());
  // The last number becomes none.
  numbers.set([0, 0, 0xc0, 0x7f], numbers.length - 4);
  expect(await sentenceOf(new Blob([numbers]))).not.toBe('');
});
