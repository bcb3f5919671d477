import { drawnDigit } from '@/lib/data/drawing/drawn-digit';
import { drawStroke, emptyInk, PAD_SIDE, PEN_RADIUS, type Point, type Stroke } from '@/lib/data/drawing/ink';
import type { Sample } from '@/lib/data/samples/sample';
import { HANDS, type Hand } from './digit-strokes';

export const DIGIT_SIDE = 28;

export interface DigitSample extends Sample {
  /** 28 x 28 x 1 bytes, white on black. */
  readonly pixels: Uint8Array;
}

const NAMES = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
/** No artist of the credits: the strokes are this project's own. */
const ARTIST = 'strokes';

/** Two of each digit, drawn on a pad with its pen and prepared as what is drawn on the page. */
export const drawDigits = (): DigitSample[] =>
  NAMES.flatMap((name, digit) =>
    HANDS.map((hand, at) => ({
      id: `${name}-${at + 1}`,
      label: String(digit),
      artist: ARTIST,
      heldOut: true,
      pixels: drawHand(hand, digit),
    })),
  );

/** How large the digits are written, in pixels of the pad to a unit of the strokes, and where. */
const SCALE = 1.5;
const [LEFT, TOP] = [60, 35];
const HEIGHT = 140;

/** @throws Error where a digit has no strokes. */
function drawHand({ slant, digits }: Hand, digit: number): Uint8Array {
  const ink = emptyInk(PAD_SIDE, PAD_SIDE);
  for (const points of digits[digit]) {
    const stroke = points.split(' ').map((point) => {
      const [x, y] = point.split(',').map(Number);
      return { x: LEFT + SCALE * (x + slant * (HEIGHT / 2 - y)), y: TOP + SCALE * y };
    });
    drawStroke(ink, curveThrough(stroke), PEN_RADIUS);
  }
  const pixels = drawnDigit(ink);
  if (!pixels) throw new Error(`The digit ${digit} has no strokes.`);
  return pixels;
}

/** Points on the curve between two of them. */
const STEPS = 12;

/** A smooth curve through the points: a uniform Catmull-Rom spline whose ends are doubled. */
function curveThrough(points: Stroke): Stroke {
  const near = (at: number): Point => points[Math.min(points.length - 1, Math.max(0, at))];
  return points.slice(0, -1).flatMap((_, at) => {
    const [a, b, c, d] = [near(at - 1), near(at), near(at + 1), near(at + 2)];
    return Array.from({ length: STEPS + 1 }, (_, step) => ({
      x: spline(a.x, b.x, c.x, d.x, step / STEPS),
      y: spline(a.y, b.y, c.y, d.y, step / STEPS),
    }));
  });
}

/** Between the second and the third of four values, for t from 0 to 1 (Catmull and Rom 1974). */
const spline = (a: number, b: number, c: number, d: number, t: number): number =>
  b + (t / 2) * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
