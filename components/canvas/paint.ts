import {
  type ColourRange,
  type ColourTable,
  entriesOf,
  packedColours,
  tableOf,
} from '@/lib/format/colour-maps';

/** An image's pixels as whole colours: one write a pixel, and the image is asked for its memory once. */
export const pixelsOf = (image: ImageData): Uint32Array => new Uint32Array(image.data.buffer);

/** What is no number is drawn black. */
const BLACK = 0xff000000;

/** The colour of each value of a range, packed for {@link pixelsOf}. */
export function colourOf(
  range: ColourRange,
  colours: ColourTable = tableOf(range),
): (value: number) => number {
  const packed = packedColours(colours);
  const entry = entriesOf(range);
  return (value) => packed[entry(value)] ?? BLACK;
}

/** One value a pixel: `values` is height x width, row by row. `over`: an image of that size that is painted over. */
export function planeImage(
  values: Float32Array,
  height: number,
  width: number,
  range: ColourRange,
  colours?: ColourTable,
  over?: ImageData,
): ImageData {
  const image = over ?? new ImageData(width, height);
  const pixels = pixelsOf(image);
  const colour = colourOf(range, colours);
  for (let at = 0; at < values.length; at++) pixels[at] = colour(values[at]);
  return image;
}

/** How much of a picture's grey shows below values that are drawn over it. */
const PAPER = 0.55;

/**
 * Signed values (height x width, centred on 0) drawn over a picture (height x width x 3, 0 to 255): the larger a value,
 * the more it covers of the picture, which is there in grey, pale.
 */
export function overlayImage(
  values: Float32Array,
  picture: ArrayLike<number>,
  height: number,
  width: number,
  range: ColourRange,
): ImageData {
  const image = planeImage(values, height, width, range);
  const { data } = image;
  for (let at = 0; at < values.length; at++) {
    // The root lets small values be seen as well.
    const cover = range.high > 0 ? Math.sqrt(Math.min(1, Math.abs(values[at]) / range.high)) : 0;
    const light = 0.3 * picture[at * 3] + 0.59 * picture[at * 3 + 1] + 0.11 * picture[at * 3 + 2];
    const grey = 255 * PAPER + light * (1 - PAPER);
    for (let colour = 0; colour < 3; colour++)
      data[at * 4 + colour] = data[at * 4 + colour] * cover + grey * (1 - cover);
  }
  return image;
}

/** An RGB map (height x width x 3) whose values run from 0 to `high`, as the picture it is. */
export function rgbImage(values: ArrayLike<number>, height: number, width: number, high: number): ImageData {
  const image = new ImageData(width, height);
  const { data } = image;
  const scale = 255 / high;
  for (let at = 0; at < height * width; at++) {
    data[at * 4] = values[at * 3] * scale;
    data[at * 4 + 1] = values[at * 3 + 1] * scale;
    data[at * 4 + 2] = values[at * 3 + 2] * scale;
    data[at * 4 + 3] = 255;
  }
  return image;
}
