/** Networks that the readers make of random graphs, against a plain evaluation of the graphs themselves. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOnnx } from '@/lib/interchange/onnx/read';
import { must } from '../support/result';
import { explainedOutput } from './support/explained';
import { sourceFile } from './support/files';
import { onnxFile } from './support/onnx-file';
import { evaluateGraph, type Plain } from './support/onnx-plain';
import { anyChain } from './support/onnx-steps';

/** The values of one image with channels last. */
function channelsLast({ dims, values }: Plain, last: boolean): readonly number[] {
  if (last) return values;
  const [, channels, height, width] = dims;
  return Array.from({ length: values.length }, (_, at) => {
    const place = Math.floor(at / channels);
    return values[(at % channels) * height * width + place];
  });
}

describe('a network answers what its graph does', () => {
  test('on chains of all operators', { timeout: 300_000 }, async () => {
    const property = fc.asyncProperty(anyChain, async ({ chain, last, softmax }) => {
      const graph = chain.graph();
      const opened = must(await readOnnx([sourceFile('any.onnx', onnxFile(graph))]));
      const { architecture, weights, addsSoftmax } = opened;
      const { values, before } = explainedOutput(architecture, weights, channelsLast(chain.image, last));
      const expected = evaluateGraph(graph, chain.image).values;
      const largest = Math.max(...expected.map(Math.abs));
      expect(addsSoftmax).toBe(!softmax);
      expect(values).toHaveLength(expected.length);
      for (const [at, value] of (softmax ? values : before).entries())
        expect(Math.abs(value - expected[at])).toBeLessThanOrEqual(1e-5 * largest);
    });
    await fc.assert(property, { numRuns: 300 });
  });
});
