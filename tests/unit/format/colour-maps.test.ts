import { interpolatePRGn, interpolateViridis } from 'd3-scale-chromatic';
import { describe, expect, it } from 'vitest';
import { type ColourRange, cssColour, rangeOf } from '@/lib/format/colour-maps';
import tables from '@/lib/format/tables.json';
import { colourTables } from '@/scripts/make/colours';

describe('the colour maps', () => {
  it('are those of d3-scale-chromatic; otherwise run `npm run colours`', () => {
    expect(tables).toEqual(colourTables());
  });

  it('give the ends and the middle of a range the colours of their map', () => {
    const sequential: ColourRange = { kind: 'sequential', low: 0, high: 2 };
    const diverging: ColourRange = { kind: 'diverging', low: -1, high: 1 };
    expect(cssColour(sequential, 2)).toBe('rgb(253 231 37)');
    expect(interpolateViridis(1)).toBe('#fde725');
    const rgbOf = (colour: string) => colour.match(/\d+/g)?.map(Number);
    expect(rgbOf(cssColour(diverging, -1))).toEqual(rgbOf(interpolatePRGn(0)));
    expect(rgbOf(cssColour(diverging, 1))).toEqual(rgbOf(interpolatePRGn(1)));
    expect(rgbOf(cssColour(diverging, 0))).toEqual(rgbOf(interpolatePRGn(128 / 255)));
  });

  it('are chosen by the sign of the values', () => {
    expect(rangeOf(Float32Array.of(0, 3)).kind).toBe('sequential');
    expect(rangeOf(Float32Array.of(-1, 3))).toEqual({ kind: 'diverging', low: -3, high: 3 });
  });
});
