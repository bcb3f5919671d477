import { IMAGE_SIDE } from '@/lib/course/image-sets';
import { type Colour, hsl } from './colour';
import type { Random } from './random';

/** A colour for every position; x and y in 0..1. */
export type Background = (x: number, y: number) => Colour;

const mix = (a: Colour, b: Colour, t: number): Colour => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
  a[2] + (b[2] - a[2]) * t,
];

/** Smooth from 0 to 1 as t rises from 0 to 1. */
const ease = (t: number): number => {
  const inside = Math.min(1, Math.max(0, t));
  return inside * inside * (3 - 2 * inside);
};

interface Blob {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly strength: number;
  readonly colour: Colour;
}

/**
 * A gradient or a soft horizon, with soft blobs on it. Nothing about it depends on the class,
 * so a background can never give the answer away.
 */
export function drawBackground(random: Random): Background {
  const base = random.chance(0.3) ? horizon(random) : gradient(random);
  const blobs = Array.from({ length: random.below(5) }, () => blob(random));
  return (x, y) => {
    let colour = base(x, y);
    for (const { x: bx, y: by, radius, strength, colour: tone } of blobs) {
      const distance = ((x - bx) ** 2 + (y - by) ** 2) / (radius * radius);
      colour = mix(colour, tone, strength * Math.exp(-2 * distance));
    }
    return colour;
  };
}

const tone = (random: Random, hue: number): Colour =>
  hsl((hue + 360) % 360, random.between(0.1, 0.6), random.between(0.35, 0.92));

function gradient(random: Random): Background {
  const angle = random.between(0, 2 * Math.PI);
  const hue = random.between(0, 360);
  const from = tone(random, hue);
  const to = tone(random, hue + random.between(-70, 70));
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
  return (x, y) => mix(from, to, ease(0.5 + ((x - 0.5) * dx + (y - 0.5) * dy) / 1.3));
}

function horizon(random: Random): Background {
  const height = random.between(0.35, 0.8);
  const softness = random.between(1 / IMAGE_SIDE, 0.25);
  const slope = random.between(-0.15, 0.15);
  const hue = random.between(0, 360);
  const above = tone(random, hue);
  const below = tone(random, hue + random.between(60, 300));
  return (x, y) => mix(above, below, ease((y - height - slope * (x - 0.5)) / softness + 0.5));
}

const blob = (random: Random): Blob => ({
  x: random.between(-0.1, 1.1),
  y: random.between(-0.1, 1.1),
  radius: random.between(0.12, 0.45),
  strength: random.between(0.2, 0.6),
  colour: tone(random, random.between(0, 360)),
});
