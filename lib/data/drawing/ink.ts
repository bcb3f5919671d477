/** What a pen has left on a pad: how much of each pixel it covers, 0 (nothing) to 255, row by row. */
export interface Ink {
  readonly height: number;
  readonly width: number;
  readonly values: Uint8Array;
}

/** A place on a pad in its pixels: (0, 0) is the upper left corner of the first pixel. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The side of a square pad to draw digits on, and the radius of its pen, in its pixels. */
export const PAD_SIDE = 280;
export const PEN_RADIUS = 12;

/** Where the pen went between touching the pad and leaving it. */
export type Stroke = readonly Point[];

export const emptyInk = (height: number, width: number): Ink => ({
  height,
  width,
  values: new Uint8Array(height * width),
});

/**
 * Draws a straight line with a round pen, in place. A pixel's ink is what the pen covers of it, taken from the
 * distance of its middle; ink never gets less. Implemented here because browsers smooth lines differently, and
 * some alter a canvas that is read.
 */
export function drawLine({ height, width, values }: Ink, from: Point, to: Point, radius: number): void {
  const reach = radius + 0.5;
  const [top, bottom] = span(from.y, to.y, reach, height);
  const [left, right] = span(from.x, to.x, reach, width);
  const distanceTo = distanceFrom(from, to);
  for (let row = top; row < bottom; row++)
    for (let column = left; column < right; column++) {
      const away = distanceTo(column + 0.5, row + 0.5);
      const at = row * width + column;
      if (away < reach) values[at] = Math.max(values[at], Math.round(255 * Math.min(1, reach - away)));
    }
}

/** Draws a whole stroke in place; one of a single point is a dot. */
export function drawStroke(ink: Ink, stroke: Stroke, radius: number): void {
  if (stroke.length === 1) drawLine(ink, stroke[0], stroke[0], radius);
  for (let at = 1; at < stroke.length; at++) drawLine(ink, stroke[at - 1], stroke[at], radius);
}

/** The pixels of one axis that a line may touch: from the first to before the last. */
const span = (one: number, other: number, reach: number, length: number): readonly [number, number] => [
  Math.max(0, Math.floor(Math.min(one, other) - reach)),
  Math.min(length, Math.ceil(Math.max(one, other) + reach)),
];

/** The distance of places from a line between two points. */
function distanceFrom(from: Point, to: Point): (x: number, y: number) => number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const squared = dx * dx + dy * dy;
  return (x, y) => {
    const [right, down] = [x - from.x, y - from.y];
    const along = squared > 0 ? (right * dx + down * dy) / squared : 0;
    const share = Math.min(1, Math.max(0, along));
    return Math.sqrt((right - share * dx) ** 2 + (down - share * dy) ** 2);
  };
}
