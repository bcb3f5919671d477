import { type MapShape, size } from '@/lib/tensor/tensor';
import { released } from '../archives/released';
import type { Size } from '../image-formats/format';
import { type Region, type Rgba, scaleRegion } from '../resample';
import type { SetChoice } from './labelled-set';

/** Makes an image what was chosen; one that has the size already keeps its bytes. */
export function fitImage(image: Rgba, { shape, fit }: SetChoice): Uint8Array {
  const { width, height } = image;
  if (isSame(shape, [height, width, 3]) && isOpaque(image)) return colours(image);
  return scaleRegion(image, fittedRegion(image, { shape, fit }), shape);
}

/** The part of an image that is used of it. */
export function fittedRegion({ width, height }: Size, { shape, fit }: SetChoice): Region {
  if (fit === 'stretch') return { x: 0, y: 0, width, height };
  const scale = Math.min(width / shape[1], height / shape[0]);
  const [across, down] = [shape[1] * scale, shape[0] * scale];
  return { x: (width - across) / 2, y: (height - down) / 2, width: across, height: down };
}

function isOpaque({ data }: Rgba): boolean {
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return false;
  return true;
}

/** Without the opacity. What {@link scaleRegion} answers too, many times as fast. */
function colours({ width, height, data }: Rgba): Uint8Array {
  const bytes = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    bytes[to] = data[from];
    bytes[to + 1] = data[from + 1];
    bytes[to + 2] = data[from + 2];
  }
  return bytes;
}

/** Bytes of one (grey) or three channels as an image to be scaled. */
function rgbaOf(bytes: Uint8Array, [height, width, channels]: MapShape): Rgba {
  const data = new Uint8Array(height * width * 4).fill(255);
  for (let at = 0; at < height * width; at++)
    for (let channel = 0; channel < 3; channel++)
      data[at * 4 + channel] = bytes[at * channels + (channels === 1 ? 0 : channel)];
  return { width, height, data };
}

export const isSame = (one: MapShape, other: MapShape): boolean =>
  one.every((side, axis) => side === other[axis]);

/** Writes an image of bytes into `into` as what was chosen. */
export function fitBytes(
  bytes: Uint8Array,
  { shape, planar }: { readonly shape: MapShape; readonly planar: boolean },
  choice: SetChoice,
  into: Uint8Array,
): void {
  const same = isSame(shape, choice.shape);
  const image = !planar ? bytes : interleave(bytes, shape, same ? into : new Uint8Array(size(shape)));
  if (same) {
    if (!planar) into.set(image);
    return;
  }
  const pixels = rgbaOf(image, shape);
  const fitted = fitImage(pixels, choice);
  into.set(fitted);
  released(fitted);
  released(pixels.data);
  if (planar) released(image);
}

/** Writes channels that follow one another plane by plane in the image's own order: channels last. Returns `into`. */
function interleave(planes: Uint8Array, shape: MapShape, into: Uint8Array): Uint8Array {
  const [height, width, channels] = shape;
  for (let channel = 0, from = 0; channel < channels; channel++)
    for (let at = 0; at < height * width; at++, from++) into[at * channels + channel] = planes[from];
  return into;
}
