/** A point of a line, in the chart's units. A value that is not a number interrupts the line. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The means of every `size` consecutive points, each at the x of its last point: makes a long, noisy line
 * readable. Points at the end are left out until they fill a group.
 */
export function inGroups(points: readonly Point[], size: number): readonly Point[] {
  if (size <= 1) return points;
  const means: Point[] = [];
  for (let end = size; end <= points.length; end += size) {
    let sum = 0;
    for (let at = end - size; at < end; at++) sum += points[at].y;
    means.push({ x: points[end - 1].x, y: sum / size });
  }
  return means;
}

/**
 * The positions of labels that should be at `wanted` (pixels) but need `room` each: moved as little as
 * possible, in the same order, and kept between `low` and `high` if all fit.
 */
export function dodge(wanted: readonly number[], room: number, low: number, high: number): number[] {
  const order = wanted.map((_, at) => at).sort((a, b) => wanted[a] - wanted[b]);
  const places = [...wanted];
  let floor = low;
  for (const at of order) {
    places[at] = Math.max(wanted[at], floor);
    floor = places[at] + room;
  }
  let ceiling = high;
  for (const at of order.reverse()) {
    places[at] = Math.min(places[at], ceiling);
    ceiling = places[at] - room;
  }
  return places;
}

/** From the upper to the lower edge, in pixels. */
export type Span = readonly [top: number, bottom: number];

/** The heights that a line takes between two places along x, in the units of its points; null where it has none. */
export function spanOf(points: readonly Point[], from: number, to: number): Span | null {
  const heights: number[] = [];
  for (const [at, { x, y }] of points.entries()) {
    if (x >= from && x <= to) heights.push(y);
    const next = points[at + 1];
    // Where the line passes an end of the range.
    for (const end of next ? [from, to] : [])
      if (x < end && next.x > end) heights.push(y + ((next.y - y) * (end - x)) / (next.x - x));
  }
  return heights.length > 0 ? [Math.min(...heights), Math.max(...heights)] : null;
}

/**
 * The upper edges of labels of the same height that should be near `wanted`, in the same order, and stand clear of what
 * is taken at each, between `low` and `high`; null where there is no such place for one of them.
 */
export function standClear(
  wanted: readonly number[],
  taken: readonly (readonly Span[])[],
  height: number,
  [low, high]: Span,
): readonly number[] | null {
  const order = wanted.map((_, at) => at).sort((a, b) => wanted[a] - wanted[b]);
  const places = [...wanted];
  let floor = low;
  for (const [nth, at] of order.entries()) {
    const ceiling = high - (order.length - nth) * height;
    const isClear = (top: number) =>
      top >= floor && top <= ceiling && taken[at].every(([from, to]) => top + height <= from || top >= to);
    const tries = [wanted[at], floor, ceiling, ...taken[at].flatMap(([from, to]) => [from - height, to])];
    const [place] = tries.filter(isClear).sort((a, b) => Math.abs(a - wanted[at]) - Math.abs(b - wanted[at]));
    if (place === undefined) return null;
    places[at] = place;
    floor = place + height;
  }
  return places;
}
