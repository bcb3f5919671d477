/** Networks that the readers make of random graphs, against a plain evaluation of the graphs themselves. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOnnx } from '@/lib/interchange/onnx/read';
import { must } from '../support/result';
import { expectAlike, explainedOutput } from './support/explained';
import { fileOf } from './support/files';
import { channelsLast } from './support/onnx-chain';
import { onnxFile } from './support/onnx-file';
import { evaluateGraph } from './support/onnx-plain';
import { anyChain } from './support/onnx-steps';

describe('a network answers what its graph does', () => {
  test('on chains of all operators', { timeout: 300_000 }, async () => {
    const property = fc.asyncProperty(anyChain, async ({ chain, last, softmax }) => {
      const graph = chain.graph();
      const opened = must(await readOnnx([fileOf('any.onnx', onnxFile(graph))]));
      const { architecture, weights, addsSoftmax } = opened;
      const { values, before } = explainedOutput(architecture, weights, channelsLast(chain.image, last));
      expect(addsSoftmax).toBe(!softmax);
      expectAlike(softmax ? values : before, evaluateGraph(graph, chain.image).values);
    });
    await fc.assert(property, { numRuns: 300 });
  });
});
