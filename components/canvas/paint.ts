import { type ColourRange, type ColourTable, entryOf, tableOf } from '@/lib/colour/colour-maps';

/** One value a pixel: `values` is height x width, row by row. */
export function planeImage(
  values: Float32Array,
  height: number,
  width: number,
  range: ColourRange,
  colours: ColourTable = tableOf(range),
): ImageData {
  const image = new ImageData(width, height);
  for (let at = 0; at < values.length; at++) {
    const entry = entryOf(range, values[at]) * 3;
    image.data[at * 4] = colours[entry];
    image.data[at * 4 + 1] = colours[entry + 1];
    image.data[at * 4 + 2] = colours[entry + 2];
    image.data[at * 4 + 3] = 255;
  }
  return image;
}

/** An RGB map (height x width x 3) whose values run from 0 to `high`, as the picture it is. */
export function rgbImage(values: ArrayLike<number>, height: number, width: number, high: number): ImageData {
  const image = new ImageData(width, height);
  for (let at = 0; at < height * width; at++) {
    for (let c = 0; c < 3; c++) image.data[at * 4 + c] = (values[at * 3 + c] / high) * 255;
    image.data[at * 4 + 3] = 255;
  }
  return image;
}
