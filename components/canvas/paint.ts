import {
  type ColourRange,
  type ColourTable,
  divergingInDark,
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

/** A copy of an image of signed values in the colours of the dark theme. */
export function signedInDark(image: ImageData): ImageData {
  const [light, dark] = [packedColours(tableOf({ kind: 'diverging' })), packedColours(divergingInDark())];
  const turned = new Map(Array.from(light, (colour, at) => [colour, dark[at]]));
  const copy = new ImageData(image.data.slice(), image.width, image.height);
  const pixels = pixelsOf(copy);
  for (const [at, colour] of pixels.entries()) pixels[at] = turned.get(colour) ?? colour;
  return copy;
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

/** How much of an image's grey shows below the values drawn over it. */
const PAPER = 0.55;

/**
 * Signed values (height x width, centred on 0) drawn over a pale grey version of an image (0 to 255, of 1, 3
 * or 4 channels): the larger a value, the more it covers of the image.
 */
export function overlayImage(
  values: Float32Array,
  pixelsBelow: ArrayLike<number>,
  height: number,
  width: number,
  range: ColourRange,
): ImageData {
  const image = planeImage(values, height, width, range);
  const { data } = image;
  const channels = pixelsBelow.length / (height * width);
  const [red, green, blue] = colourPlaces(channels).map(
    (place) => (at: number) => pixelsBelow[at * channels + place],
  );
  for (let at = 0; at < values.length; at++) {
    // The square root makes small values visible as well.
    const cover = range.high > 0 ? Math.sqrt(Math.min(1, Math.abs(values[at]) / range.high)) : 0;
    const light = 0.3 * red(at) + 0.59 * green(at) + 0.11 * blue(at);
    const grey = 255 * PAPER + light * (1 - PAPER);
    for (let colour = 0; colour < 3; colour++)
      data[at * 4 + colour] = data[at * 4 + colour] * cover + grey * (1 - cover);
  }
  noteColours(image, false);
  return image;
}

/**
 * The indices of red, green, blue and opacity among a pixel's channels: one channel is grey, three are
 * colours, the fourth is the opacity.
 * @throws Error for other numbers of channels, which are maps, not an image.
 */
function colourPlaces(channels: number): readonly [red: number, green: number, blue: number] {
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
