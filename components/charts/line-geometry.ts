/** A point of a line, in the chart's own units. A value that is no number breaks the line. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The means of every `size` points that follow one another, each at the place of its last: a long, noisy line as one
 * can read it. Points at the end that don't fill a group wait until they do.
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
 * Where labels go that want to stand at `wanted` (pixels) but need `room` each: moved as little as it takes, in their
 * order, and kept between `low` and `high` where there is room for all.
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
