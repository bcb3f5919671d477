import { IMAGE_BYTES, IMAGE_SIDE } from '@/lib/course/image-sets';
import { drawBackground } from './background';
import { colourShift } from './colour';
import type { Glyph } from './glyphs';
import type { Random } from './random';

/** How much the drawings vary. */
export interface Variation {
  /** The longer side of the drawing, as a part of the image's. */
  readonly scale: readonly [least: number, most: number];
  /** Degrees to either side. */
  readonly turn: number;
  /** Standard deviation of the hue rotation, in degrees. */
  readonly hue: number;
  /** Part of the image's side, in each direction. */
  readonly shift: number;
  /** Largest standard deviation of the grain, in steps of 0..255. */
  readonly noise: number;
}

export const VARIED: Variation = { scale: [0.72, 1], turn: 15, hue: 14, shift: 0.07, noise: 2.5 };

/** One 64x64x3 image of a glyph, with all random choices drawn from `random`. */
export function compose(glyph: Glyph, random: Random, variation: Variation): Uint8Array {
  const background = drawBackground(random);
  const shift = colourShift(random, variation.hue);
  const place = placement(glyph, random, variation);
  const grain = random.between(0.5, variation.noise);
  const pixels = new Uint8Array(IMAGE_BYTES);
  for (let row = 0; row < IMAGE_SIDE; row++) {
    for (let column = 0; column < IMAGE_SIDE; column++) {
      const ground = background((column + 0.5) / IMAGE_SIDE, (row + 0.5) / IMAGE_SIDE);
      const [red, green, blue, alpha] = place(row, column);
      const drawn = alpha > 0 ? shift([red / alpha, green / alpha, blue / alpha]) : ground;
      // One integer for the three channels: film grain, whose differences between channels compress to nothing.
      const noise = Math.round(random.normal() * grain);
      const at = (row * IMAGE_SIDE + column) * 3;
      for (let c = 0; c < 3; c++)
        pixels[at + c] = byte(coarse(ground[c] + (drawn[c] - ground[c]) * alpha) + noise);
    }
  }
  return pixels;
}

/** Steps too fine to see under the grain, coarse enough to keep uniform areas uniform: a third less to fetch. */
const STEP = 4;
const coarse = (value: number): number => Math.round(value / STEP) * STEP;

const byte = (value: number): number => Math.min(255, Math.max(0, value));

type Sampled = [red: number, green: number, blue: number, alpha: number];

/** Samples a side of each pixel: enough for the raster's size to average without gaps. */
const SAMPLES = 3;

/** Places the glyph: for each pixel the mean of its samples, colours already multiplied by alpha (0..1). */
function placement(
  glyph: Glyph,
  random: Random,
  variation: Variation,
): (row: number, column: number) => Sampled {
  const side = random.between(...variation.scale) * IMAGE_SIDE;
  const zoom = Math.max(glyph.height, glyph.width) / side;
  const angle = (random.between(-variation.turn, variation.turn) * Math.PI) / 180;
  const mirror = random.chance(0.5) ? -1 : 1;
  const centreX = IMAGE_SIDE * (0.5 + random.between(-variation.shift, variation.shift));
  const centreY = IMAGE_SIDE * (0.5 + random.between(-variation.shift, variation.shift));
  const [cos, sin] = [Math.cos(angle) * zoom, Math.sin(angle) * zoom];
  return (row, column) => {
    const sum: Sampled = [0, 0, 0, 0];
    for (let i = 0; i < SAMPLES; i++) {
      for (let j = 0; j < SAMPLES; j++) {
        const y = row + (i + 0.5) / SAMPLES - centreY;
        const x = column + (j + 0.5) / SAMPLES - centreX;
        addSample(
          glyph,
          glyph.height / 2 - sin * x + cos * y,
          glyph.width / 2 + mirror * (cos * x + sin * y),
          sum,
        );
      }
    }
    const share = 1 / (SAMPLES * SAMPLES);
    return [sum[0] * share, sum[1] * share, sum[2] * share, sum[3] * share];
  };
}

/** Adds the glyph's colour at a position between its pixels, weighted by distance (bilinear). */
function addSample(glyph: Glyph, y: number, x: number, sum: Sampled): void {
  const top = Math.floor(y - 0.5);
  const left = Math.floor(x - 0.5);
  if (top < -1 || left < -1 || top >= glyph.height || left >= glyph.width) return;
  const [down, right] = [y - 0.5 - top, x - 0.5 - left];
  for (let i = 0; i < 2; i++) {
    for (let j = 0; j < 2; j++) {
      const row = top + i;
      const column = left + j;
      if (row < 0 || column < 0 || row >= glyph.height || column >= glyph.width) continue;
      const at = (row * glyph.width + column) * 4;
      const weight = ((i ? down : 1 - down) * (j ? right : 1 - right) * glyph.rgba[at + 3]) / 255;
      sum[0] += weight * glyph.rgba[at];
      sum[1] += weight * glyph.rgba[at + 1];
      sum[2] += weight * glyph.rgba[at + 2];
      sum[3] += weight;
    }
  }
}
