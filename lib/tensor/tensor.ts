/** Sizes without the batch: [height, width, channels] for maps, [length] for vectors. */
export type MapShape = readonly [height: number, width: number, channels: number];
export type VectorShape = readonly [length: number];
export type Shape = MapShape | VectorShape;

/** The place of one value: [row, column, channel] in maps, [index] in a vector. */
export type Cell = readonly [row: number, column: number, channel: number] | readonly [index: number];

/** Values in NHWC order without the batch: the channel runs fastest, then the column, then the row. */
export interface Tensor {
  readonly shape: Shape;
  readonly values: Float32Array;
}

export const isMap = (shape: Shape): shape is MapShape => shape.length === 3;

/**
 * The shape as height, width, channels.
 * @throws Error when it is a vector's: the caller has not checked the layer's input.
 */
export function asMap(shape: Shape): MapShape {
  if (!isMap(shape)) throw new Error(`a vector of ${shape[0]} values is no map`);
  return shape;
}

/**
 * The cell as row, column, channel.
 * @throws Error when it is an index into a vector.
 */
export function asPlace(cell: Cell): readonly [row: number, column: number, channel: number] {
  if (cell.length !== 3) throw new Error(`index ${cell[0]} is no place on a map`);
  return cell;
}

/** How many values one place has: channels of maps, or all units of a vector. */
export const channelsOf = (shape: Shape): number => shape[shape.length - 1] ?? 1;

/** How many values a tensor of this shape has. */
export const size = (shape: Shape): number => shape.reduce((product: number, n) => product * n, 1);

/** The flat index of a cell. The cell must be inside the shape. */
export function offset(shape: Shape, cell: Cell): number {
  if (!isMap(shape) || cell.length === 1) return cell[0];
  const [, width, channels] = shape;
  const [row, column, channel] = cell;
  return (row * width + column) * channels + channel;
}

/** The cell at a flat index; the inverse of {@link offset}. */
export function cellAt(shape: Shape, at: number): Cell {
  if (!isMap(shape)) return [at];
  const [, width, channels] = shape;
  const place = Math.floor(at / channels);
  return [Math.floor(place / width), place % width, at % channels];
}

/** Whether a cell lies inside a shape. */
export function contains(shape: Shape, cell: Cell): boolean {
  return (
    cell.length === shape.length &&
    cell.every((n, axis) => Number.isInteger(n) && n >= 0 && n < (shape[axis] ?? 0))
  );
}

/** The value at a cell. */
export const valueAt = (tensor: Tensor, cell: Cell): number => tensor.values[offset(tensor.shape, cell)];

/** One channel of a map as height x width values, row by row (a copy). */
export function channelOf(tensor: Tensor, channel: number): Float32Array {
  const [height, width, channels] = asMap(tensor.shape);
  const plane = new Float32Array(height * width);
  for (let at = 0; at < plane.length; at++) plane[at] = tensor.values[at * channels + channel];
  return plane;
}
