import {
  type ColourRange,
  type ColourTable,
  channelTable,
  type PackedColours,
  packedColours,
  scaleOf,
  tableOf,
} from '@/lib/format/colour-maps';

/** An image's pixels as 32-bit colours: one write per pixel, and its memory is accessed only once. */
export const pixelsOf = (image: ImageData): Uint32Array => new Uint32Array(image.data.buffer);

/** NaN is drawn black. */
const BLACK = 0xff000000;

/** What values are painted with: the packed colours of a table, and the range that they cover. */
interface Colours extends ReturnType<typeof scaleOf> {
  readonly packed: PackedColours;
}

export const coloursOf = (range: ColourRange, table: ColourTable = tableOf(range)): Colours => ({
  ...scaleOf(range),
  packed: packedColours(table),
});

/** The values of a plane: the first of them, and how far each is from the one before. */
interface Plane {
  readonly values: Float32Array;
  readonly first: number;
  readonly step: number;
  readonly height: number;
  readonly width: number;
}

/** Where a plane is painted: its first pixel, and how many pixels apart its rows are. */
interface Room {
  readonly pixels: Uint32Array;
  readonly at: number;
  readonly apart: number;
}

/**
 * Paints a plane, as {@link entriesOf} maps each value. One plain loop over numbers: it runs over every value that is shown,
 * during training several times a second, and a call for each took longer than its arithmetic.
 */
export function paintPlane(
  { pixels, at, apart }: Room,
  plane: Plane,
  { packed, low, span, flat }: Colours,
): void {
  const { values, first, step, height, width } = plane;
  let from = first;
  for (let row = 0; row < height; row++) {
    for (let to = at + row * apart; to < at + row * apart + width; to++, from += step) {
      const entry = ((values[from] - low) / span) * 255;
      if (!(span > 0)) pixels[to] = packed[flat];
      else if (entry > 0) pixels[to] = packed[entry < 255 ? Math.round(entry) : 255];
      else pixels[to] = Number.isNaN(entry) ? BLACK : packed[0];
    }
  }
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
  const room = { pixels: pixelsOf(image), at: 0, apart: width };
  paintPlane(room, { values, first: 0, step: 1, height, width }, coloursOf(range, colours));
  noteColours(image, range.kind === 'diverging' && colours === undefined);
  return image;
}

/** A vector in rows of `columns` values; what is left over of the last row stays transparent. */
export function foldedImage(values: Float32Array, columns: number, range: ColourRange): ImageData {
  const image = new ImageData(columns, Math.ceil(values.length / columns));
  const room = { pixels: pixelsOf(image), at: 0, apart: 0 };
  // The rows follow one another, so all of them are one.
  paintPlane(room, { values, first: 0, step: 1, height: 1, width: values.length }, coloursOf(range));
  noteColours(image, range.kind === 'diverging');
  return image;
}

/** The offset of each plane of a stack down and right of the one before, as a share of its side. */
const STEP = 0.3;

/** The channels of an image of height x width pixels as a fanned stack of planes, the first in front. */
export function stackImage(
  values: Float32Array,
  height: number,
  width: number,
  range: ColourRange,
): ImageData {
  const depth = values.length / (height * width);
  const step = Math.round(height * STEP);
  const image = new ImageData(width + step * (depth - 1), height + step * (depth - 1));
  const pixels = pixelsOf(image);
  for (let first = depth - 1; first >= 0; first--) {
    const room = { pixels, at: first * step * (image.width + 1), apart: image.width };
    const colours = coloursOf(range, channelTable(first, depth));
    paintPlane(room, { values, first, step: depth, height, width }, colours);
  }
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
