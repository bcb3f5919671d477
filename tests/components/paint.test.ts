import { expect, test } from 'vitest';
import { mosaicImage, mosaicSize } from '@/components/canvas/mosaic';
import { planeImage, rgbImage } from '@/components/canvas/paint';
import { type ColourRange, cssColour } from '@/lib/colour/colour-maps';

const SIGNED: ColourRange = { kind: 'diverging', low: -2, high: 2 };

const pixel = ({ data, width }: ImageData, row: number, column: number) => {
  const [r, g, b, a] = data.subarray((row * width + column) * 4);
  return { colour: `rgb(${r} ${g} ${b})`, opaque: a };
};

test('every value has the colour that the legend gives it', () => {
  const values = Float32Array.from([-2, -0.5, 0, 0.5, 2, 99]);
  const image = planeImage(values, 2, 3, SIGNED);
  values.forEach((value, at) => {
    expect(pixel(image, Math.floor(at / 3), at % 3)).toEqual({
      colour: cssColour(SIGNED, value),
      opaque: 255,
    });
  });
});

test('what is no number is black', () => {
  const image = planeImage(Float32Array.from([Number.NaN]), 1, 1, SIGNED);
  expect(pixel(image, 0, 0)).toEqual({ colour: 'rgb(0 0 0)', opaque: 255 });
});

test('a picture keeps its bytes, and fractions of its brightness become bytes', () => {
  expect([...rgbImage([10, 20, 30], 1, 1, 255).data]).toEqual([10, 20, 30, 255]);
  expect([...rgbImage([0, 0.5, 1], 1, 1, 1).data]).toEqual([0, 128, 255, 255]);
});

test('a mosaic sets chosen channels side by side, with nothing between them', () => {
  // Two rows, one column, three channels: 0 to 5.
  const tensor = { shape: [2, 1, 3] as const, values: Float32Array.from([0, 1, 2, 3, 4, 5]) };
  const layout = { channels: [2, 0], columns: 2, gap: 1 };
  const range: ColourRange = { kind: 'sequential', low: 0, high: 5 };
  const image = mosaicImage(tensor, layout, range);
  expect(mosaicSize(2, 1, layout)).toEqual({ height: 2, width: 3 });
  expect(pixel(image, 1, 0).colour).toBe(cssColour(range, 5));
  expect(pixel(image, 1, 2).colour).toBe(cssColour(range, 3));
  expect(pixel(image, 0, 1).opaque).toBe(0);
});
