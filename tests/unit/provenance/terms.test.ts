import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explain } from '@/lib/provenance/explain';
import { mapsRead, sumOf } from '@/lib/provenance/reads';
import { groupTerms, inOrder, keyOf, PADDING } from '@/lib/provenance/terms';
import { cellAt, size } from '@/lib/tensor/tensor';
import { anyPass } from '../support/passes';
import { must } from '../support/result';

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const by = fc.constantFrom('channel' as const, 'position' as const);

/** The explanation of a random value of a random network, and the maps that it reads. */
const anyExplained = fc.tuple(anyPass, share, share).map(([pass, whichStage, whichCell]) => {
  const { pipeline, trace, weights } = pass;
  const stage = pipeline.stages[Math.floor(whichStage * pipeline.stages.length)];
  const cell = cellAt(stage.output, Math.floor(whichCell * size(stage.output)));
  const explained = must(explain(pipeline, trace, weights, stage.id, cell));
  return { stage, explained, maps: mapsRead(stage, pipeline) };
});

test('every term is in one group, and the subtotals and the bias add up to the sum before the activation', () => {
  fc.assert(
    fc.property(anyExplained, by, ({ stage, explained: { terms, bias = 0, before }, maps }, grouping) => {
      fc.pre(maps !== null);
      if (!maps) return;
      const groups = groupTerms(terms, grouping, maps);
      expect(groups.flatMap((group) => group.terms)).toHaveLength(terms.length);
      expect(new Set(groups.flatMap((group) => group.terms))).toEqual(new Set(terms));
      expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
      for (const { key, terms: own } of groups)
        for (const term of own) expect(keyOf(term, grouping, maps)).toBe(key);
      // Of a pooling's candidates only one counts; sums are tested elsewhere.
      if (stage.layer.kind !== 'conv2d' && stage.layer.kind !== 'dense') return;
      const total = groups.reduce((sum, group) => sum + group.sum, bias);
      expect(Math.abs(total - before)).toBeLessThanOrEqual(1e-4 * Math.max(1, Math.abs(before)));
    }),
    { numRuns: 200 },
  );
});

test('padding contributes nothing, and by position it is one group', () => {
  fc.assert(
    fc.property(anyExplained, ({ explained: { terms }, maps }) => {
      if (!maps) return;
      const padding = groupTerms(terms, 'position', maps).filter(({ key }) => key === PADDING);
      const padded = terms.filter((term) => term.padded);
      expect(padding.flatMap((group) => group.terms)).toEqual(padded);
      for (const { sum } of padding) expect(sum).toBe(0);
    }),
    { numRuns: 200 },
  );
});

test('every order keeps all terms: by size, by sign, or as the layer reads them', () => {
  fc.assert(
    fc.property(anyExplained, ({ explained: { terms } }) => {
      for (const order of ['size', 'sign', 'place'] as const) {
        const ordered = inOrder(terms, order);
        expect(new Set(ordered)).toEqual(new Set(terms));
        expect(sumOf(ordered)).toBeCloseTo(sumOf(terms), 6);
        for (let n = 1; n < ordered.length; n++) {
          const [before, after] = [ordered[n - 1].product, ordered[n].product];
          if (order === 'size') expect(Math.abs(before)).toBeGreaterThanOrEqual(Math.abs(after));
          if (order === 'sign') expect(before).toBeGreaterThanOrEqual(after);
          if (order === 'place') expect(ordered[n]).toBe(terms[n]);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('groups are ordered by their contribution', () => {
  const groups = [
    { key: 0, terms: [], sum: 1 },
    { key: 1, terms: [], sum: -3 },
    { key: 2, terms: [], sum: 2 },
  ];
  expect(inOrder(groups, 'size').map(({ key }) => key)).toEqual([1, 2, 0]);
  expect(inOrder(groups, 'sign').map(({ key }) => key)).toEqual([2, 0, 1]);
  expect(inOrder(groups, 'place').map(({ key }) => key)).toEqual([0, 1, 2]);
});
