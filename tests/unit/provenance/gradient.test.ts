import { expect, test } from 'vitest';
import { referencePipeline } from '@/lib/course/reference';
import { stageOf } from '@/lib/network/pipeline';
import { explainGradient, pushes } from '@/lib/provenance/gradient';
import { must, sentenceOf } from '../support/result';

const output = stageOf(referencePipeline, 'output');

test('the gradient of a dense weight is each image’s slope times its input', () => {
  const met = { images: 3, inputs: Float32Array.of(1, 2, 3), slopes: Float32Array.of(0.5, -1, 0) };
  const explanation = must(explainGradient(output, { part: 'kernel', index: [4, 2] }, met));
  expect(explanation.gradient).toBe(0.5 - 2);
  expect(explanation.images.map(({ sum }) => sum)).toEqual([0.5, -2, 0]);
  const { up, down } = pushes(explanation);
  // An image whose gradient is below 0 pushes the weight up: a step goes against the gradient.
  expect(up.map(({ image }) => image)).toEqual([1]);
  expect(down.map(({ image }) => image)).toEqual([0]);
});

test('the gradient of a bias is the sum of the slopes', () => {
  const met = { images: 2, inputs: null, slopes: Float32Array.of(0.25, 0.5) };
  expect(must(explainGradient(output, { part: 'bias', index: [7] }, met)).gradient).toBe(0.75);
});

test('a kernel weight is multiplied, at each position, by the value under it', () => {
  const conv1 = stageOf(referencePipeline, 'conv1');
  const inputs = new Float32Array(64 * 64);
  const slopes = new Float32Array(62 * 62);
  inputs[(10 + 2) * 64 + (20 + 1)] = 3;
  slopes[10 * 62 + 20] = 5;
  const met = { images: 1, inputs, slopes };
  expect(must(explainGradient(conv1, { part: 'kernel', index: [2, 1, 0, 6] }, met)).gradient).toBe(15);
  expect(must(explainGradient(conv1, { part: 'kernel', index: [1, 1, 0, 6] }, met)).gradient).toBe(0);
});

test('mismatched input is refused', () => {
  const met = { images: 3, inputs: Float32Array.of(1, 2, 3), slopes: Float32Array.of(1, 1, 1) };
  const pool1 = stageOf(referencePipeline, 'pool1');
  expect(sentenceOf(explainGradient(pool1, { part: 'kernel', index: [] }, met))).toMatch(/has no weights/);
  expect(sentenceOf(explainGradient(output, { part: 'bias', index: [10] }, met))).toMatch(/no weight \[10\]/);
  expect(sentenceOf(explainGradient(output, { part: 'bias', index: [1] }, met))).toMatch(/another network/);
});
