import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SourceFile } from '@/lib/interchange/opened';
import { readNetwork } from '@/lib/interchange/read-network';
import { asKeras } from '@/lib/interchange/write/keras/archive';
import type { WrittenFile, WrittenNetwork } from '@/lib/interchange/write/network';
import { asOnnx } from '@/lib/interchange/write/onnx/model';
import { asSafetensors } from '@/lib/interchange/write/safetensors';
import { asLayersModel } from '@/lib/interchange/write/tfjs';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { naiveForward } from '../../support/naive';
import { anyCurvedPipeline, anyPipeline } from '../../support/networks';
import { randomWeights } from '../../support/random-weights';
import { must } from '../../support/result';
import { expectSameLayers } from '../../support/same-layers';

const source = ({ name, bytes }: WrittenFile): SourceFile => ({
  name,
  size: bytes.length,
  bytes: async () => bytes,
});

const FORMATS: Readonly<Record<string, (network: WrittenNetwork) => readonly WrittenFile[]>> = {
  tfjs: asLayersModel,
  keras: (network) => [{ name: 'network.keras', bytes: asKeras(network) }],
  safetensors: (network) => [{ name: 'network.safetensors', bytes: asSafetensors(network) }],
};

const anyNetwork = fc
  .record({ pipeline: fc.oneof(anyPipeline, anyCurvedPipeline), seed: fc.integer() })
  .map(({ pipeline, seed }): WrittenNetwork => ({ pipeline, weights: randomWeights(pipeline, seed) }));

test.each(Object.entries(FORMATS))(
  'Any network written as %s is read back equal, bit by bit',
  async (name, write) => {
    await fc.assert(
      fc.asyncProperty(anyNetwork, async (network) => {
        const { architecture } = network.pipeline;
        const opened = must(await readNetwork(write(network).map(source)));
        expect(opened.format).toBe(name);
        expect(opened.architecture.input).toEqual(architecture.input);
        expectSameLayers(opened.architecture.layers, architecture.layers, architecture.input[2]);
        expect(opened.weights).toEqual(network.weights);
        expect(opened.addsSoftmax).toBe(false);
      }),
      { numRuns: 60 },
    );
  },
);

/** Images that no two channels or places have in common. */
const pixelsFor = (input: readonly number[]) =>
  Array.from({ length: input.reduce((all, n) => all * n, 1) }, (_, at) => (at * 7919 + 13) % 256);

test('Any network written as ONNX is read back to one that computes the same, with the same weights', async () => {
  await fc.assert(
    fc.asyncProperty(anyNetwork, async (network) => {
      const { pipeline, weights } = network;
      const bytes = asOnnx(network);
      const opened = must(await readNetwork([source({ name: 'network.onnx', bytes })]));
      const { input, classes, name } = pipeline.architecture;
      expect(opened.architecture).toMatchObject({ name: 'network', input, classes });
      expect(name).toBe('small');
      // The activation of a layer may be one of its own here, and that of the layer before there.
      const numbers = Object.values(weights).map((one) => Object.values(one).map(({ values }) => values));
      const read = Object.values(opened.weights).map((one) => Object.values(one).map(({ values }) => values));
      expect(read).toEqual(numbers);
      must(buildPipeline(opened.architecture));
      const pixels = pixelsFor(input);
      const [meant, got] = [
        naiveForward(pipeline.architecture, weights, pixels),
        naiveForward(opened.architecture, opened.weights, pixels),
      ].map((stages) => stages[stages.length - 1].values);
      for (const [unit, value] of meant.entries()) expect(got[unit]).toBeCloseTo(value, 5);
    }),
    { numRuns: 60 },
  );
});
