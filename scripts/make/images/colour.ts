import type { Random } from './random';

export type Colour = readonly [red: number, green: number, blue: number];

/** A colour from hue in degrees, saturation and lightness in 0..1, as 0..255. */
export function hsl(hue: number, saturation: number, lightness: number): Colour {
  const chroma = saturation * Math.min(lightness, 1 - lightness);
  const channel = (n: number) => {
    const k = (n + hue / 30) % 12;
    return 255 * (lightness - chroma * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [channel(0), channel(8), channel(4)];
}

/** Three rows of three: the matrix that a colour is multiplied by. */
type Matrix = readonly number[];

/**
 * A seeded change of a drawing's colours: hue rotated (`hueSpread` is the standard deviation in degrees), saturation and brightness shifted.
 * Rotation keeps the luminance (the matrix of the SVG filter effects specification, `hueRotate`).
 */
export function colourShift(random: Random, hueSpread: number): (colour: Colour) => Colour {
  const turn = (random.normal() * hueSpread * Math.PI) / 180;
  const saturation = random.between(0.65, 1.35);
  const brightness = random.between(0.82, 1.15);
  const tint = [random.normal(), random.normal(), random.normal()].map((n) => n * 7);
  const matrix = hueMatrix(turn);
  return (colour) => {
    const turned = multiply(matrix, colour);
    const grey = 0.213 * turned[0] + 0.715 * turned[1] + 0.072 * turned[2];
    const move = (channel: 0 | 1 | 2) =>
      (grey + (turned[channel] - grey) * saturation) * brightness + tint[channel];
    return [move(0), move(1), move(2)];
  };
}

function hueMatrix(angle: number): Matrix {
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  return [
    0.213 + c * 0.787 - s * 0.213,
    0.715 - c * 0.715 - s * 0.715,
    0.072 - c * 0.072 + s * 0.928,
    0.213 - c * 0.213 + s * 0.143,
    0.715 + c * 0.285 + s * 0.14,
    0.072 - c * 0.072 - s * 0.283,
    0.213 - c * 0.213 - s * 0.787,
    0.715 - c * 0.715 + s * 0.715,
    0.072 + c * 0.928 + s * 0.072,
  ];
}

const multiply = (m: Matrix, [r, g, b]: Colour): Colour => [
  m[0] * r + m[1] * g + m[2] * b,
  m[3] * r + m[4] * g + m[5] * b,
  m[6] * r + m[7] * g + m[8] * b,
];
