import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { checkWeights } from '@/lib/network/check-weights';
import { initialWeights } from '@/lib/network/initial-weights';
import { frozenStages, transferred } from '@/lib/network/transfer';
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

  it('leaves the last layer and the one below it to learn', () => {
    const pipeline = must(buildPipeline(PHOTOGRAPHS.architecture));
    const learning = pipeline.stages.flatMap(({ id, weights }) => (weights ? [id] : []));
    expect(learning.slice(frozenStages(pipeline).length)).toEqual(['conv5', 'norm5', 'output']);
    const flat = { ...PHOTOGRAPHS.architecture, layers: PHOTOGRAPHS.architecture.layers.slice(0, 2) };
    const layers = [
      ...flat.layers,
      { id: 'flatten', kind: 'flatten' } as const,
      { id: 'hidden', kind: 'dense', units: 4, activation: 'relu' } as const,
      { id: 'output', kind: 'dense', units: 10, activation: 'softmax' } as const,
    ];
    expect(frozenStages(must(buildPipeline({ ...flat, layers })))).toEqual(['hidden']);
  });
});
