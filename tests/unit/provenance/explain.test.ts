import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Pipeline } from '@/lib/network/pipeline';
import { explain, strongest, winnerOf } from '@/lib/provenance/explain';
import { cellAt, contains, offset, size } from '@/lib/tensor/tensor';
import { anyPass, type passed } from '../support/passes';
import { must } from '../support/result';

/** Every cell of every stage of some networks, or the first and last hundred where there are more. */
function eachCell(
  check: (at: {
    pass: ReturnType<typeof passed> & { pipeline: Pipeline };
    stage: number;
    cell: number;
  }) => void,
) {
  fc.assert(
    fc.property(anyPass, (pass) => {
      pass.pipeline.stages.forEach((stage, number) => {
        const count = size(stage.output);
        for (let cell = 0; cell < count; cell++) {
          if (cell < 100 || cell >= count - 100) check({ pass, stage: number, cell });
        }
      });
    }),
    { numRuns: 40 },
  );
}

/** 1e-5 of the magnitude of the values, where that is more than 1. */
const near = (a: number, b: number) =>
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-5 * Math.max(1, Math.abs(b)));

describe('values of small random networks', () => {
  test('are explained as a plain forward pass computes them, by terms that add up to them', () => {
    eachCell(({ pass: { pipeline, trace, weights }, stage: number, cell: at }) => {
      const stage = pipeline.stages[number];
      const { values, before } = trace.stages[number];
      const explanation = must(explain(pipeline, trace, weights, stage.id, cellAt(stage.output, at)));
      expect(explanation.value).toBe(values[at]);
      near(explanation.before, before ? before[at] : values[at]);
      const sum = explanation.terms.reduce((all, term) => all + term.product, explanation.bias ?? 0);
      if (stage.layer.kind === 'maxPool')
        near(explanation.terms[explanation.winner ?? -1].value, explanation.value);
      else if (stage.layer.kind !== 'input') near(sum, explanation.before);
    });
  });

  test('read cells of the stage before, except in the padding, where they read 0', () => {
    eachCell(({ pass: { pipeline, trace, weights }, stage: number, cell: at }) => {
      const stage = pipeline.stages[number];
      const explanation = must(explain(pipeline, trace, weights, stage.id, cellAt(stage.output, at)));
      expect(explanation.reads).toBe(number === 0 ? null : pipeline.stages[number - 1].id);
      for (const { source, value, weight, product, padded } of explanation.terms) {
        expect(contains(stage.input, source)).toBe(!padded);
        if (padded) expect(value).toBe(0);
        else expect(value).toBe(trace.stages[number - 1].values[offset(stage.input, source)]);
        near(product, weight === undefined ? value : value * weight);
      }
    });
  });

  test('have a share for every unit after softmax, 1 in total, including the cell’s own', () => {
    eachCell(({ pass: { pipeline, trace, weights }, stage: number, cell: at }) => {
      const stage = pipeline.stages[number];
      const explanation = must(explain(pipeline, trace, weights, stage.id, cellAt(stage.output, at)));
      expect(explanation.softmax !== undefined).toBe(number === pipeline.stages.length - 1);
      if (!explanation.softmax) return;
      near(
        explanation.softmax.reduce((sum, { probability }) => sum + probability, 0),
        1,
      );
      near(explanation.softmax[at].probability, explanation.value);
      near(explanation.softmax[at].logit, explanation.before);
      expect(Math.max(...explanation.softmax.map(({ shifted }) => shifted))).toBe(1);
    });
  });

  test('are explained the same without the values before the activation', () => {
    eachCell(({ pass: { pipeline, trace, weights }, stage: number, cell: at }) => {
      const stage = pipeline.stages[number];
      const bare = { stages: trace.stages.map((traced) => ({ ...traced, before: undefined })) };
      const explanation = must(explain(pipeline, bare, weights, stage.id, cellAt(stage.output, at)));
      near(explanation.before, trace.stages[number].before?.[at] ?? explanation.value);
    });
  });
});

test('have the strongest terms first, and only pooling has a winner', () => {
  eachCell(({ pass: { pipeline, trace, weights }, stage: number, cell: at }) => {
    const stage = pipeline.stages[number];
    const explanation = must(explain(pipeline, trace, weights, stage.id, cellAt(stage.output, at)));
    const top = strongest(explanation, 3).map(({ term }) => Math.abs(term.product));
    const all = explanation.terms.map(({ product }) => Math.abs(product)).sort((a, b) => b - a);
    expect(top).toEqual(all.slice(0, 3));
    expect(winnerOf(explanation) !== null).toBe(stage.layer.kind === 'maxPool');
  });
});
