import type { ColourRange } from '@/lib/format/colour-maps';
import { colourPlaces, noteColours, planeImage } from './paint';

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
