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
