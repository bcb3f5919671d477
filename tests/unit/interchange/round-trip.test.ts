import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNetwork } from '@/lib/interchange/read-network';
import { anyCurvedPipeline, anyPipeline } from '../support/networks';
import { randomWeights } from '../support/random-weights';
import { must } from '../support/result';
import { expectSameLayers } from '../support/same-layers';
import { asLayersModel, STYLES } from './support/layers-model';

test('Architectures written as a LayersModel in any style are read back equal, with all their weights', async () => {
  const any = fc.record({
    pipeline: fc.oneof(anyPipeline, anyCurvedPipeline),
    style: fc.constantFrom(...STYLES),
    shards: fc.integer({ min: 1, max: 4 }),
    seed: fc.integer(),
  });
  await fc.assert(
    fc.asyncProperty(any, async ({ pipeline, style, shards, seed }) => {
      const { architecture } = pipeline;
      const weights = randomWeights(pipeline, seed);
      const opened = must(await readNetwork(asLayersModel(architecture, weights, style, shards)));
      expect(opened.format).toBe('tfjs');
      expect(opened.architecture.input).toEqual(architecture.input);
      expectSameLayers(opened.architecture.layers, architecture.layers, architecture.input[2]);
      expect(opened.architecture.classes).toHaveLength(architecture.classes.length);
      expect(opened.weights).toEqual(weights);
      expect(opened).toMatchObject({ namesClasses: false, addsSoftmax: false });
    }),
    { numRuns: 150 },
  );
});
