import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import { layerSchema } from '@/lib/kinds/outside/schemas';
import { pythonSides, scriptSides } from '@/lib/kinds/parts/code';
import { asSides, cellsOf, formatSides, sidesOf } from '@/lib/kinds/parts/sides';
import { anySides } from '../support/networks';

describe('the sides of a window', () => {
  test('are height and width, or one number where those are equal', () => {
    fc.assert(
      fc.property(anySides(9), (sides) => {
        const [height, width] = sidesOf(sides);
        expect(asSides(height, width)).toEqual(sides);
        expect(typeof sides === 'number').toBe(height === width);
        expect(cellsOf(sides)).toBe(height * width);
        expect(formatSides(sides)).toBe(`${height} × ${width}`);
      }),
    );
  });

  it('are written in each language’s own form', () => {
    expect([3, [2, 3] as const].map(pythonSides)).toEqual(['3', '(2, 3)']);
    expect([3, [2, 3] as const].map(scriptSides)).toEqual(['3', '[2, 3]']);
  });
});

describe('in a file', () => {
  const conv = { id: 'a', kind: 'conv2d', filters: 1, stride: 1, padding: 'same', activation: 'relu' };
  const pool = { id: 'a', kind: 'maxPool', stride: 1, padding: 'same' };
  const read = (layer: object) => v.parse(layerSchema, layer);

  it.each([
    [3, 3],
    [4, 4],
    [
      [2, 3],
      [2, 3],
    ],
    // There is only one way to write each, so that equal networks are equal as text.
    [[3, 3], 3],
  ])('%j is read as %j', (written, sides) => {
    expect(read({ ...conv, kernel: written })).toEqual({ ...conv, kernel: sides });
    expect(read({ ...pool, size: written })).toEqual({ ...pool, size: sides });
    expect(read({ ...pool, kind: 'averagePool', size: written })).toMatchObject({ size: sides });
  });

  it.each([[0], [1.5], [-1], ['3'], [[2]], [[2, 0]], [[2, 3, 4]], [[2, '3']], [null]])(
    '%j is refused',
    (written) => {
      expect(v.safeParse(layerSchema, { ...conv, kernel: written }).success).toBe(false);
      expect(v.safeParse(layerSchema, { ...pool, size: written }).success).toBe(false);
    },
  );
});
