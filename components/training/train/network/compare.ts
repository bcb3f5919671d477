/** The displayed state of the network: current, before its first step, or the difference of the two. */
export type ComparedState = 'now' | 'start' | 'change';

interface Numbers {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** The values of the requested state; null while one that it needs is missing. */
export function valuesAt(
  moment: ComparedState,
  now: Numbers | null,
  start: Numbers | null,
): Float32Array | null {
  if (moment === 'now') return now?.values ?? null;
  if (moment === 'start') return start?.values ?? null;
  if (!now || !start || now.values.length !== start.values.length) return null;
  return now.values.map((value, at) => value - start.values[at]);
}

/**
 * The order of the maps of {@link kernelMaps}: blocks of `columns` filters side by side, each filter one tile
 * per channel from top to bottom.
 */
export function filterOrder(channels: number, filters: number, columns: number): number[] {
  const order: number[] = [];
  for (let first = 0; first < filters; first += columns)
    for (let channel = 0; channel < channels; channel++)
      for (let filter = first; filter < first + columns; filter++) order.push(channel * filters + filter);
  return order;
}

export interface Layout {
  readonly columns: number;
  /** Screen pixels per value, a whole number, so that all values have the same size. */
  readonly zoom: number;
}

/**
 * The largest of the offered numbers of columns (in descending order) that fits the room at `least` screen
 * pixels per value.
 */
export function layoutFor(
  room: number,
  tile: number,
  gap: number,
  offered: readonly number[],
  least: number,
): Layout {
  const zoomOf = (columns: number) => Math.floor(room / (columns * (tile + gap) - gap));
  const columns = offered.find((count) => zoomOf(count) >= least) ?? offered[offered.length - 1];
  return { columns, zoom: Math.max(1, zoomOf(columns)) };
}

/**
 * The filter whose weights changed most, and by how much on average. `values` is a difference of two kernels.
 */
export function mostChanged(
  values: Float32Array,
  filters: number,
): { readonly filter: number; readonly by: number } {
  const moved = new Float64Array(filters);
  for (let at = 0; at < values.length; at++) moved[at % filters] += Math.abs(values[at]);
  let filter = 0;
  for (let at = 1; at < filters; at++) if (moved[at] > moved[filter]) filter = at;
  return { filter, by: moved[filter] / (values.length / filters) };
}
