import fc from 'fast-check';
import { expect, test } from 'vitest';
import { predictionOf } from '@/lib/quiz/predict';
import { cellAt, size } from '@/lib/tensor/tensor';
import { anyCurvedPipeline } from '../support/networks';
import { passed } from '../support/passes';
import { must } from '../support/result';

const share = fc.integer({ min: 0, max: 999 }).map((thousandths) => thousandths / 1000);
const anyCurvedPass = fc
  .tuple(anyCurvedPipeline, share)
  .map(([pipeline, seed]) => ({ pipeline, ...passed(pipeline, seed) }));

/** The number that a tip gives for exp(x) or exp(−x). */
const given = (tip: string, power: 'exp(x)' | 'exp(−x)'): number =>
  Number(
    tip
      .split(`${power} ≈ `)[1]
      .split(/ and |\.$/)[0]
      .replaceAll(',', ''),
  );

test('a value behind a sigmoid or tanh needs no calculator: the exponentials that it is made of are given', () => {
  const met = { sigmoid: 0, tanh: 0 };
  fc.assert(
    fc.property(anyCurvedPass, share, (pass, where) => {
      for (const { id, layer, output } of pass.pipeline.stages) {
        if (layer.kind !== 'activation' || (layer.activation !== 'sigmoid' && layer.activation !== 'tanh'))
          continue;
        const cell = cellAt(output, Math.floor(where * size(output)));
        const { tip, right } = must(predictionOf(pass, id, cell, 'value'));
        const minus = given(tip, 'exp(−x)');
        const plus = layer.activation === 'tanh' ? given(tip, 'exp(x)') : 0;
        const value = layer.activation === 'tanh' ? (plus - minus) / (plus + minus) : 1 / (1 + minus);
        expect(Math.abs(value - right[0])).toBeLessThan(0.001);
        met[layer.activation] += 1;
      }
    }),
    { numRuns: 300 },
  );
  expect(Math.min(met.sigmoid, met.tanh)).toBeGreaterThan(20);
});
