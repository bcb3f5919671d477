import { randomLcg } from 'd3-random';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explain } from '@/lib/provenance/explain';
import { pathToPixels } from '@/lib/provenance/path';
import { cellAt, size } from '@/lib/tensor/tensor';
import { naiveForward } from '../support/naive';
import { anyPipeline } from '../support/networks';
import { randomWeights } from '../support/random-weights';
import { must } from '../support/result';

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('the path from any value leads stage by stage to a pixel, each time through what contributed most', () => {
  fc.assert(
    fc.property(anyPipeline, share, share, share, (pipeline, seed, whichStage, whichCell) => {
      const random = randomLcg(seed);
      const image = Array.from({ length: size(pipeline.architecture.input) }, () =>
        Math.floor(random() * 256),
      );
      const weights = randomWeights(pipeline, seed);
      const trace = { stages: naiveForward(pipeline.architecture, weights, image) };
      const at = Math.floor(whichStage * pipeline.stages.length);
      const { id, output } = pipeline.stages[at];
      const from = { stage: id, cell: cellAt(output, Math.floor(whichCell * size(output))) };

      const path = must(pathToPixels(pipeline, trace, weights, from));

      expect(path[0]).toEqual(from);
      expect(path.map(({ stage }) => stage)).toEqual(
        pipeline.stages
          .slice(0, at + 1)
          .map((stage) => stage.id)
          .reverse(),
      );
      for (let n = 1; n < path.length; n++) {
        const { terms, winner } = must(
          explain(pipeline, trace, weights, path[n - 1].stage, path[n - 1].cell),
        );
        const taken = terms.find(({ source }) => source.join() === path[n].cell.join());
        if (winner !== undefined) expect(taken).toBe(terms[winner]);
        else
          for (const { product, padded } of terms)
            if (!padded)
              expect(Math.abs(product)).toBeLessThanOrEqual(Math.abs(taken?.product ?? Number.NaN));
      }
    }),
    { numRuns: 100 },
  );
});
