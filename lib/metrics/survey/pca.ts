/** Projects points of many numbers onto a plane, by principal components (Pearson 1901). */

export interface Plane {
  /** The two coordinates of each point, interleaved. */
  readonly points: Float64Array;
  /** The share of the total variance along each axis. */
  readonly shares: readonly [number, number];
}

/** Iterations; enough for the first directions of any data that is worth a map. */
const TURNS = 100;

/** The two directions of largest variance of `count` points of `size` numbers, and the points along them. */
export function principalPlane(values: Float32Array, count: number, size: number): Plane {
  const centred = centre(values, count, size);
  const covariance = covarianceOf(centred, count, size);
  let total = 0;
  for (let at = 0; at < size; at++) total += covariance[at * size + at];
  const points = new Float64Array(count * 2);
  const shares: [number, number] = [0, 0];
  for (const axis of [0, 1] as const) {
    const { direction, variance } = strongest(covariance, size, axis);
    shares[axis] = total > 0 ? variance / total : 0;
    for (let point = 0; point < count; point++)
      for (let at = 0; at < size; at++)
        points[point * 2 + axis] += centred[point * size + at] * direction[at];
    // Subtract what this direction explains before looking for the next.
    for (let row = 0; row < size; row++)
      for (let column = 0; column < size; column++)
        covariance[row * size + column] -= variance * direction[row] * direction[column];
  }
  return { points, shares };
}

function centre(values: Float32Array, count: number, size: number): Float64Array {
  const means = new Float64Array(size);
  for (let at = 0; at < values.length; at++) means[at % size] += values[at] / count;
  return Float64Array.from(values, (value, at) => value - means[at % size]);
}

function covarianceOf(centred: Float64Array, count: number, size: number): Float64Array {
  const covariance = new Float64Array(size * size);
  for (let point = 0; point < count; point++)
    for (let row = 0; row < size; row++) {
      const own = centred[point * size + row] / count;
      if (own === 0) continue;
      for (let column = 0; column < size; column++)
        covariance[row * size + column] += own * centred[point * size + column];
    }
  return covariance;
}

/** Power iteration: a matrix turns any vector towards its strongest direction. */
function strongest(matrix: Float64Array, size: number, start: number) {
  // A start that is not orthogonal to any direction in practice, and the same each time.
  let direction = Float64Array.from({ length: size }, (_, at) => Math.cos(at * (start + 1)) + 0.1);
  let variance = 0;
  for (let turn = 0; turn < TURNS; turn++) {
    const next = new Float64Array(size);
    for (let row = 0; row < size; row++)
      for (let column = 0; column < size; column++)
        next[row] += matrix[row * size + column] * direction[column];
    const length = Math.hypot(...next);
    if (length === 0) return { direction: new Float64Array(size), variance: 0 };
    direction = next.map((one) => one / length);
    variance = length;
  }
  return { direction, variance };
}

/** The `count` points of `size` numbers by their distance from another, the nearest first. */
export function nearest(values: Float32Array, count: number, size: number, from: Float32Array) {
  const distance = (point: number) => {
    let sum = 0;
    for (let at = 0; at < size; at++) sum += (values[point * size + at] - from[at]) ** 2;
    return Math.sqrt(sum);
  };
  return Array.from({ length: count }, (_, point) => ({ point, distance: distance(point) })).sort(
    (a, b) => a.distance - b.distance,
  );
}
