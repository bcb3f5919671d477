import { expect, test } from 'vitest';
import { mosaicCell, mosaicImage, mosaicSize } from '@/components/canvas/mosaic';
import { overlayImage } from '@/components/canvas/overlay';
import { foldedImage, isSigned, planeImage, rgbImage, stackImage } from '@/components/canvas/paint';
import { signedInDark } from '@/components/trace/film/drawing/in-dark';
import { Planes } from '@/components/trace/space/scene/planes';
import { type ColourRange, channelTable, cssColour, inkOn, tableOf } from '@/lib/format/colour-maps';
import { cellColours, divergingInDark } from '@/lib/format/dark-colours';
import { layoutOf } from '@/lib/provenance/space/layout';
import { coloursFor } from '@/lib/provenance/space/paint';
import { pipeline } from './support/small-network';

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

test('signed values in their default colours are known as such, and have others in the dark', () => {
  const values = Float32Array.from([-2, -0.5, 0, 2, Number.NaN]);
  const image = planeImage(values, 1, 5, SIGNED);
  expect(isSigned(image)).toBe(true);
  const dark = signedInDark(image);
  [-2, -0.5, 0, 2].forEach((value, at) => {
    expect(pixel(dark, 0, at).colour).toBe(cssColour(SIGNED, value, divergingInDark()));
    expect(pixel(image, 0, at).colour).toBe(cssColour(SIGNED, value));
  });
  expect(pixel(dark, 0, 4).colour).toBe('rgb(0 0 0)');
  // The same image, painted otherwise.
  planeImage(values, 1, 5, { kind: 'sequential', low: 0, high: 2 }, undefined, image);
  expect(isSigned(image)).toBe(false);
  expect(isSigned(planeImage(values, 1, 5, SIGNED, channelTable(0)))).toBe(false);
  expect(isSigned(overlayImage(values, new Uint8Array(5), 1, 5, SIGNED))).toBe(false);
  const maps = { shape: [1, 1, 2] as const, values: Float32Array.of(-1, 1) };
  expect(isSigned(mosaicImage(maps, { channels: [0, 1], columns: 2, gap: 0 }, SIGNED))).toBe(true);
});

test('a cell with a number has the colours of a drawing in either theme, and ink that is read on them', () => {
  const cell = document.createElement('span');
  document.body.append(cell);
  for (const value of [-2, -0.1, 0, 1.5])
    for (const scheme of ['light', 'dark']) {
      Object.assign(cell.style, { colorScheme: scheme, ...cellColours(SIGNED, value) });
      const colours = scheme === 'dark' ? divergingInDark() : tableOf(SIGNED);
      const ink = inkOn(SIGNED, value, colours) === 'black' ? 'rgb(0, 0, 0)' : 'rgb(255, 255, 255)';
      expect(getComputedStyle(cell).backgroundColor.replaceAll(',', '')).toBe(
        cssColour(SIGNED, value, colours),
      );
      expect(getComputedStyle(cell).color).toBe(ink);
    }
  cell.remove();
});

test('a value that is not a number is black', () => {
  const image = planeImage(Float32Array.from([Number.NaN]), 1, 1, SIGNED);
  expect(pixel(image, 0, 0)).toEqual({ colour: 'rgb(0 0 0)', opaque: 255 });
});

test('values without extent, beyond the range and without end have the colours of the legend', () => {
  const values = Float32Array.of(
    -1e30,
    -2.01,
    1.9999,
    1e30,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  );
  const flat: ColourRange[] = [
    { kind: 'diverging', low: 0, high: 0 },
    { kind: 'sequential', low: 0, high: 0 },
  ];
  for (const range of [SIGNED, { ...SIGNED, kind: 'sequential' } as const, ...flat]) {
    const image = planeImage(values, 2, 3, range);
    values.forEach((value, at) => {
      expect(pixel(image, Math.floor(at / 3), at % 3).colour).toBe(cssColour(range, value));
    });
  }
});

test('a folded vector has nothing after its end', () => {
  const values = Float32Array.of(-2, -1, 0, 1, 2);
  const image = foldedImage(values, 3, SIGNED);
  expect([image.width, image.height]).toEqual([3, 2]);
  values.forEach((value, at) => {
    const place = pixel(image, Math.floor(at / 3), at % 3);
    expect(place).toEqual({ colour: cssColour(SIGNED, value), opaque: 255 });
  });
  expect(pixel(image, 1, 2).opaque).toBe(0);
  expect(isSigned(image)).toBe(true);
});

test('a stack shows its first plane whole, and each other one where those before it leave room', () => {
  const [side, depth] = [10, 3];
  const range: ColourRange = { kind: 'sequential', low: 0, high: 1 };
  // Every channel has a value of its own, the same at all places.
  const of = [0.25, 0.5, 1];
  const values = Float32Array.from({ length: side * side * depth }, (_, at) => of[at % depth]);
  const image = stackImage(values, side, side, range);
  const colour = (channel: number) => cssColour(range, of[channel], channelTable(channel));
  expect([image.width, image.height]).toEqual([16, 16]);
  expect([pixel(image, 0, 0), pixel(image, 9, 9)].map((one) => one.colour)).toEqual([colour(0), colour(0)]);
  expect(pixel(image, 12, 12).colour).toBe(colour(1));
  expect(pixel(image, 15, 6).colour).toBe(colour(2));
  expect([pixel(image, 0, 15), pixel(image, 15, 0)].map(({ opaque }) => opaque)).toEqual([0, 0]);
});

test('an image keeps its bytes, and fractional brightness is converted to bytes', () => {
  expect([...rgbImage([10, 20, 30], 1, 1, 255).data]).toEqual([10, 20, 30, 255]);
  expect([...rgbImage([0, 0.5, 1], 1, 1, 1).data]).toEqual([0, 128, 255, 255]);
});

test('a mosaic places chosen channels side by side, without gaps', () => {
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

test('blocks of a mosaic stand apart, and a pixel between them belongs to no map', () => {
  const tensor = { shape: [1, 1, 4] as const, values: Float32Array.from([0, 1, 2, 3]) };
  const layout = { channels: [0, 1, 2, 3], columns: 1, gap: 1, blocks: { rows: 2, apart: 2 } };
  const range: ColourRange = { kind: 'sequential', low: 0, high: 3 };
  const image = mosaicImage(tensor, layout, range);
  expect(mosaicSize(1, 1, layout)).toEqual({ height: 9, width: 1 });
  const rows = [0, null, 1, null, null, null, 2, null, 3];
  rows.forEach((channel, row) => {
    expect(pixel(image, row, 0).opaque).toBe(channel === null ? 0 : 255);
    expect(mosaicCell([1, 1, 4], layout, { row, column: 0 })).toEqual(
      channel === null ? null : [0, 0, channel],
    );
  });
});

test('an overlay leaves the image pale grey at 0, covers it at the largest value, and is half between', () => {
  const range = { kind: 'diverging', low: -2, high: 2 } as const;
  const below = [0, 0, 0, 255, 255, 255, 255, 255, 255, 0, 0, 0];
  const over = overlayImage(Float32Array.of(0, 2, -2, 0.5), below, 2, 2, range).data;
  const alone = planeImage(Float32Array.of(0, 2, -2, 0.5), 2, 2, range).data;
  expect([...over.slice(0, 3)]).toEqual([140, 140, 140]);
  expect([...over.slice(4, 12)]).toEqual([...alone.slice(4, 12)]);
  // The root of a quarter is a half, so half of each colour.
  for (const colour of [12, 13, 14])
    expect(Math.abs(over[colour] - (alone[colour] + 140) / 2)).toBeLessThanOrEqual(1);
  const nothing = { kind: 'diverging', low: 0, high: 0 } as const;
  expect([...overlayImage(new Float32Array(4), below, 2, 2, nothing).data.slice(0, 8)]).toEqual([
    140, 140, 140, 255, 255, 255, 255, 255,
  ]);
});

test('the network in space gives its graphics context back once its canvas has left the page', () => {
  const canvas = document.createElement('canvas');
  document.body.append(canvas);
  const isLost = () => canvas.getContext('webgl2')?.isContextLost();
  const layout = layoutOf(pipeline);
  new Planes(canvas, layout).end();
  expect(isLost()).toBe(false);
  const planes = new Planes(canvas, layout);
  canvas.remove();
  planes.end();
  expect(isLost()).toBe(true);
});

test('signed values in space are as dark in the dark theme as those that its filter makes dark', () => {
  const table = tableOf({ kind: 'diverging' });
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: 256, height: 1 });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('this browser draws nothing');
  context.filter = 'invert(0.92) hue-rotate(180deg)';
  for (let at = 0; at < 256; at++) {
    context.fillStyle = `rgb(${table[3 * at]} ${table[3 * at + 1]} ${table[3 * at + 2]})`;
    context.fillRect(at, 0, 1, 1);
  }
  const { data } = context.getImageData(0, 0, 256, 1);
  const dark = divergingInDark();
  for (let at = 0; at < 256; at++)
    for (let channel = 0; channel < 3; channel++)
      expect(Math.abs(dark[3 * at + channel] - data[4 * at + channel])).toBeLessThanOrEqual(3);
  // Zero is dark there.
  expect(Math.max(...dark.subarray(3 * 128, 3 * 129))).toBeLessThan(60);
  const board = layoutOf(pipeline).boards[2];
  const values = Float32Array.of(-1, 1);
  expect(coloursFor(board, values, 0, null, true).table).toBe(dark);
  expect(coloursFor(board, values, 0, null).table).toBe(table);
  expect(coloursFor(board, Float32Array.of(0, 1), 0, null, true).table).not.toBe(dark);
});
