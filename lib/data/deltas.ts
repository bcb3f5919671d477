import { PICTURE_BYTES, PICTURE_SIDE } from './picture';

const PLANE = PICTURE_SIDE * PICTURE_SIDE;

/**
 * Pictures as small differences, which pack far better than bytes do: per picture three planes,
 * green, red minus green, blue minus green, each value less what its neighbours let one expect. Bytes wrap around,
 * so nothing is lost.
 */
export function toDeltas(pixels: Uint8Array): Uint8Array {
  const count = pixels.length / PICTURE_BYTES;
  const deltas = new Uint8Array(pixels.length);
  const plane = new Uint8Array(PLANE);
  for (let picture = 0; picture < count; picture++) {
    for (let channel = 0; channel < 3; channel++) {
      splitPlane(pixels, picture, channel, plane);
      const start = planeStart(picture, channel, count);
      for (let at = 0; at < PLANE; at++) deltas[start + at] = plane[at] - expected(plane, at);
    }
  }
  return deltas;
}

/** The pixels again, bit for bit; the inverse of {@link toDeltas}. */
export function fromDeltas(deltas: Uint8Array): Uint8Array {
  const count = deltas.length / PICTURE_BYTES;
  const pixels = new Uint8Array(deltas.length);
  const plane = new Uint8Array(PLANE);
  for (let picture = 0; picture < count; picture++) {
    for (const channel of [0, 1, 2]) {
      const start = planeStart(picture, channel, count);
      for (let at = 0; at < PLANE; at++) plane[at] = deltas[start + at] + expected(plane, at);
      joinPlane(pixels, picture, channel, plane);
    }
  }
  return pixels;
}

/** The green planes of all pictures first, then the others: like beside like packs better. */
const planeStart = (picture: number, channel: number, count: number): number =>
  (channel * count + picture) * PLANE;

const GREEN = 1;
/** Which colour a plane holds: green, then red and blue as differences from it. */
const COLOUR = [GREEN, 0, 2] as const;

function splitPlane(pixels: Uint8Array, picture: number, channel: number, plane: Uint8Array): void {
  const start = picture * PICTURE_BYTES;
  for (let at = 0; at < PLANE; at++) {
    const pixel = start + at * 3;
    plane[at] = pixels[pixel + COLOUR[channel]] - (channel === 0 ? 0 : pixels[pixel + GREEN]);
  }
}

function joinPlane(pixels: Uint8Array, picture: number, channel: number, plane: Uint8Array): void {
  const start = picture * PICTURE_BYTES;
  for (let at = 0; at < PLANE; at++) {
    const pixel = start + at * 3;
    pixels[pixel + COLOUR[channel]] = plane[at] + (channel === 0 ? 0 : pixels[pixel + GREEN]);
  }
}

/** What the values to the left and above let one expect (Paeth's predictor, as in PNG). */
function expected(plane: Uint8Array, at: number): number {
  const column = at % PICTURE_SIDE;
  const left = column > 0 ? plane[at - 1] : 0;
  const above = at >= PICTURE_SIDE ? plane[at - PICTURE_SIDE] : 0;
  if (column === 0) return above;
  if (at < PICTURE_SIDE) return left;
  const corner = plane[at - PICTURE_SIDE - 1];
  const guess = left + above - corner;
  const byLeft = Math.abs(guess - left);
  const byAbove = Math.abs(guess - above);
  const byCorner = Math.abs(guess - corner);
  if (byLeft <= byAbove && byLeft <= byCorner) return left;
  return byAbove <= byCorner ? above : corner;
}
