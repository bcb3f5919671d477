import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnDigit, frameDigit } from '@/lib/data/drawing/drawn-digit';
import { drawStroke, emptyInk, type Ink, type Stroke } from '@/lib/data/drawing/ink';
import { ownImage, seenAs } from '@/lib/data/own-image';

const PAD = 280;
const PEN = 12;

/** Curves and corners within a box of 120 x 120 with room for the pen. */
const coordinate = fc.integer({ min: 0, max: 120 });
const anyStroke = fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 2, maxLength: 8 });
const anyStrokes = fc.array(anyStroke, { minLength: 1, maxLength: 3 });

const at = (strokes: readonly Stroke[], x: number, y: number, scale = 1): readonly Stroke[] =>
  strokes.map((stroke) => stroke.map((point) => ({ x: x + point.x * scale, y: y + point.y * scale })));

function drawn(strokes: readonly Stroke[], radius = PEN): Ink {
  const ink = emptyInk(PAD, PAD);
  for (const stroke of strokes) drawStroke(ink, stroke, radius);
  return ink;
}

const imageOf = (ink: Ink): Uint8Array => drawnDigit(ink) ?? new Uint8Array();
const largestDifference = (one: Uint8Array, other: Uint8Array) =>
  one.reduce((most, value, place) => Math.max(most, Math.abs(value - other[place])), 0);

/** First and last row and column with ink, and the centre of mass in pixels of the image. */
function measured(pixels: Uint8Array) {
  const inked = [...pixels.keys()].filter((place) => pixels[place] > 0);
  const rows = inked.map((place) => Math.floor(place / 28));
  const columns = inked.map((place) => place % 28);
  const sum = pixels.reduce((all, value) => all + value, 0);
  const centre = (places: readonly number[]) =>
    inked.reduce((all, place, n) => all + pixels[place] * (places[n] + 0.5), 0) / sum;
  const extent = (places: readonly number[]) => ({ first: Math.min(...places), last: Math.max(...places) });
  return { rows: extent(rows), columns: extent(columns), y: centre(rows), x: centre(columns) };
}

describe('a drawn digit', () => {
  it('is nothing on an empty pad', () => {
    expect(drawnDigit(emptyInk(PAD, PAD))).toBeNull();
  });

  it('is the same wherever it is drawn', () => {
    const place = fc.integer({ min: 15, max: 140 });
    fc.assert(
      fc.property(anyStrokes, place, place, (strokes, x, y) => {
        const once = imageOf(drawn(at(strokes, 15, 15)));
        expect(largestDifference(once, imageOf(drawn(at(strokes, x, y))))).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });

  it('is nearly the same at any size, if the pen grows with it', () => {
    fc.assert(
      fc.property(anyStrokes, fc.double({ min: 1, max: 1.9, noNaN: true }), (strokes, scale) => {
        const once = imageOf(drawn(at(strokes, 20, 20)));
        const larger = imageOf(drawn(at(strokes, 25, 25, scale), PEN * scale));
        // The edge of the ink ends between two pixels of the pad: a part of one in twenty of the image.
        const shifted = [-1, 0, 1].flatMap((down) => [-1, 0, 1].map((right) => moved(larger, down, right)));
        const least = Math.min(...shifted.map((other) => meanDifference(once, other)));
        expect(least).toBeLessThan(4);
      }),
      { numRuns: 40 },
    );
  });

  it('fills twenty pixels, no more, with its centre of mass in the middle', () => {
    fc.assert(
      fc.property(anyStrokes, (strokes) => {
        const { rows, columns, x, y } = measured(imageOf(drawn(at(strokes, 40, 40))));
        const [height, width] = [rows, columns].map(({ first, last }) => last - first + 1);
        expect(Math.max(height, width)).toBeLessThanOrEqual(20);
        // Very thin ink at the edge of the box may round to 0.
        expect(Math.max(height, width)).toBeGreaterThanOrEqual(19);
        for (const [centre, { first, last }] of [
          [x, columns],
          [y, rows],
        ] as const)
          if (first > 0 && last < 27) expect(Math.abs(centre - 14)).toBeLessThanOrEqual(0.51);
      }),
      { numRuns: 100 },
    );
  });

  it('keeps its aspect ratio: an upright line stays thin, and so does a level one', () => {
    const upright = measured(
      imageOf(
        drawn([
          [
            { x: 100, y: 40 },
            { x: 100, y: 240 },
          ],
        ]),
      ),
    );
    expect(upright.rows.last - upright.rows.first).toBe(19);
    expect(upright.columns.last - upright.columns.first).toBeLessThanOrEqual(3);
    const level = measured(
      imageOf(
        drawn([
          [
            { x: 40, y: 100 },
            { x: 240, y: 100 },
          ],
        ]),
      ),
    );
    expect(level.columns.last - level.columns.first).toBe(19);
    expect(level.rows.last - level.rows.first).toBeLessThanOrEqual(3);
  });

  it('is white on black, and each pixel is the mean of what it covers', () => {
    const ink = emptyInk(100, 100);
    // A full square of 40 x 40: each pixel of the image covers 2 x 2 of the pad's.
    for (let row = 30; row < 70; row++) ink.values.fill(255, row * 100 + 20, row * 100 + 60);
    // One pixel of the pad is missing within it.
    ink.values[40 * 100 + 30] = 0;
    const pixels = imageOf(ink);
    const expected = new Uint8Array(784);
    for (let row = 4; row < 24; row++) expected.fill(255, row * 28 + 4, row * 28 + 24);
    expected[(4 + 5) * 28 + 4 + 5] = Math.round((255 * 3) / 4);
    expect(pixels).toEqual(expected);
  });

  it('kept as an own image, is the same image to a network that sees 28 x 28 x 1', () => {
    fc.assert(
      fc.property(anyStrokes, (strokes) => {
        const ink = drawn(at(strokes, 60, 60));
        const framed = frameDigit(ink);
        if (!framed) throw new Error('nothing is drawn');
        const kept = ownImage('a digit', framed.image, framed.square);
        expect(seenAs(kept, [28, 28, 1]).pixels).toEqual(drawnDigit(ink));
        const { x, y, side } = framed.square;
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(Math.max(x, y) + side).toBeLessThanOrEqual(framed.image.width);
      }),
      { numRuns: 20 },
    );
  });
});

const meanDifference = (one: Uint8Array, other: Uint8Array) =>
  one.reduce((all, value, place) => all + Math.abs(value - other[place]), 0) / one.length;

/** An image moved by whole pixels: a centre of mass between two pixels rounds either way. */
function moved(pixels: Uint8Array, down: number, right: number): Uint8Array {
  return pixels.map((_, place) => {
    const [row, column] = [Math.floor(place / 28) - down, (place % 28) - right];
    return row >= 0 && row < 28 && column >= 0 && column < 28 ? pixels[row * 28 + column] : 0;
  });
}

describe('ink', () => {
  it('covers what a round pen covers, with the same total wherever the pen stands', () => {
    const place = fc.double({ min: 40, max: 60, noNaN: true });
    fc.assert(
      fc.property(place, place, fc.integer({ min: 3, max: 20 }), (x, y, radius) => {
        const ink = emptyInk(100, 100);
        drawStroke(ink, [{ x, y }], radius);
        const area = ink.values.reduce((all, value) => all + value, 0) / 255;
        expect(Math.abs(area - Math.PI * radius * radius)).toBeLessThan(0.12 * radius + 0.5);
      }),
    );
  });

  it('is never taken away, and a stroke beyond the edge stays on the pad', () => {
    const ink = drawn([
      [
        { x: 10, y: 10 },
        { x: 270, y: 200 },
      ],
    ]);
    const before = ink.values.slice();
    drawStroke(
      ink,
      [
        { x: -50, y: 150 },
        { x: 400, y: 150 },
      ],
      5,
    );
    expect(ink.values.every((value, place) => value >= before[place])).toBe(true);
    expect(ink.values[150 * PAD]).toBe(255);
    expect(ink.values[150 * PAD + PAD - 1]).toBe(255);
  });
});
