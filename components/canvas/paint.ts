import {
  type ColourRange,
  type ColourTable,
  entriesOf,
  packedColours,
  tableOf,
} from '@/lib/format/colour-maps';

/** An image's pixels as 32-bit colours: one write per pixel, and its memory is accessed only once. */
export const pixelsOf = (image: ImageData): Uint32Array => new Uint32Array(image.data.buffer);

/** NaN is drawn black. */
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

/** Images of signed values in their default colours. */
const signed = new WeakSet<ImageData>();

/** Whether an image shows signed values, which the dark theme draws dark around zero. */
export const isSigned = (image: ImageData): boolean => signed.has(image);

/** Notes how an image was painted, which may have been painted otherwise before. */
export function noteColours(image: ImageData, isSigned: boolean): void {
  if (isSigned) signed.add(image);
  else signed.delete(image);
}

/**
 * One value per pixel: `values` is height x width, row by row. `over`: an image of that size to paint into.
 */
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
  noteColours(image, range.kind === 'diverging' && colours === undefined);
  return image;
}

/**
 * The indices of red, green, blue and opacity among a pixel's channels: one channel is grey, three are
 * colours, the fourth is the opacity.
 * @throws Error for other numbers of channels, which are maps, not an image.
 */
export function colourPlaces(channels: number): readonly [red: number, green: number, blue: number] {
  if (channels === 1) return [0, 0, 0];
  if (channels === 3 || channels === 4) return [0, 1, 2];
  throw new Error(`an image has 1, 3 or 4 channels, not ${channels}`);
}

/**
 * Pixels, height x width x channels, with values from 0 to `high`, as an image: grey, in colours, or in
 * colours with opacity.
 * @throws Error where they are neither 1, 3 nor 4 channels.
 */
export function rgbImage(values: ArrayLike<number>, height: number, width: number, high: number): ImageData {
  const image = new ImageData(width, height);
  const { data } = image;
  const scale = 255 / high;
  const channels = values.length / (height * width);
  const [red, green, blue] = colourPlaces(channels);
  for (let at = 0; at < height * width; at++) {
    data[at * 4] = values[at * channels + red] * scale;
    data[at * 4 + 1] = values[at * channels + green] * scale;
    data[at * 4 + 2] = values[at * channels + blue] * scale;
    data[at * 4 + 3] = channels === 4 ? values[at * channels + 3] * scale : 255;
  }
  return image;
}
