import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { checkWeights } from '@/lib/network/check-weights';
import { initialWeights } from '@/lib/network/initial-weights';
import { transferred } from '@/lib/network/transfer';
import { must } from '@/lib/result';
import { PHOTOGRAPHS } from '@/lib/shelf/photographs';
import { SHELF } from '@/lib/shelf/shelf';

const TRAINED = 1;
const FRESH = 2;

const trained = (architecture: (typeof PHOTOGRAPHS)['architecture']) =>
  initialWeights(must(buildPipeline(architecture)), TRAINED);

describe('a network for different classes', () => {
  it.each(SHELF.map(({ id, architecture }) => [id, architecture] as const))(
    'made of %s keeps all weights but the last layer’s, and is whole',
    (_id, architecture) => {
      const weights = trained(architecture);
      fc.assert(
        fc.property(fc.integer({ min: 2, max: 40 }), (count) => {
          const classes = Array.from({ length: count }, (_, at) => `class ${at}`);
          const fresh = must(transferred(architecture, weights, classes, FRESH));
          const pipeline = must(buildPipeline(fresh.architecture));
          must(checkWeights(pipeline, fresh.weights));
          expect(pipeline.stages.at(-1)?.output).toEqual([count]);
          const { output: _old, ...kept } = weights;
          expect(fresh.learned).toEqual(Object.keys(kept));
          for (const id of fresh.learned) expect(fresh.weights[id]).toBe(weights[id]);
          expect(fresh.weights.output).toEqual(initialWeights(pipeline, FRESH).output);
        }),
        { numRuns: 5 },
      );
    },
  );

  it('can’t have one class, or be made of a network that doesn’t end in its classes', () => {
    const { architecture } = PHOTOGRAPHS;
    const weights = trained(architecture);
    expect(transferred(architecture, weights, ['cat'], FRESH).ok).toBe(false);
    const headless = { ...architecture, layers: architecture.layers.slice(0, -1) };
    expect(transferred(headless, weights, ['cat', 'dog'], FRESH).ok).toBe(false);
    expect(transferred(architecture, {}, ['cat', 'dog'], FRESH).ok).toBe(false);
  });
});
