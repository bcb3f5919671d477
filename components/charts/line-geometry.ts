/** A point of a line, in the chart's own units. A value that is no number breaks the line. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * A line with no more points than a screen can show: of the points that fall into one pixel column the first, the
 * lowest, the highest and the last, in their order. Lines with fewer points than columns come back as they are.
 */
export function thin(
  points: readonly Point[],
  columns: number,
  domain: readonly [number, number],
): readonly Point[] {
  if (points.length <= columns * 4) return points;
  const columnOf = ({ x }: Point) => Math.floor(((x - domain[0]) / (domain[1] - domain[0])) * columns);
  const kept: Point[] = [];
  let begin = 0;
  for (let at = 1; at <= points.length; at++) {
    if (at < points.length && columnOf(points[at]) === columnOf(points[begin])) continue;
    kept.push(...extremes(points, begin, at));
    begin = at;
  }
  return kept;
}

/** The first, lowest, highest and last of points[begin, end), in their order, each once. */
function extremes(points: readonly Point[], begin: number, end: number): Point[] {
  let low = begin;
  let high = begin;
  for (let at = begin; at < end; at++) {
    if (points[at].y < points[low].y) low = at;
    if (points[at].y > points[high].y) high = at;
  }
  const order = [...new Set([begin, low, high, end - 1])].sort((a, b) => a - b);
  return order.map((at) => points[at]);
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
