import type { backend_util } from '@tensorflow/tfjs-core';

/**
 * Neighbouring pooling windows, all with the same arrangement of places. Places are counted from the first
 * one of the batch.
 */
export interface WindowRow {
  /** The places of the first window, row by row. Never empty. */
  readonly places: readonly number[];
  readonly windows: number;
  /** By how many places the next window is further on. */
  readonly step: number;
  /** The index of the first window in the batch. */
  readonly first: number;
}

/** The part of a window that lies on the maps, along one axis. */
interface Span {
  readonly from: number;
  readonly to: number;
}

const spans = (count: number, stride: number, before: number, size: number, length: number): Span[] =>
  Array.from({ length: count }, (_, at) => ({
    from: Math.max(0, at * stride - before),
    to: Math.min(length, at * stride - before + size),
  }));

/** Neighbouring spans of equal length and distance: [the first one's index, how many]. */
function runs(all: readonly Span[], stride: number): [first: number, count: number][] {
  const found: [number, number][] = [];
  for (const [at, { from, to }] of all.entries()) {
    const last = found.at(-1);
    const before = all[at - 1];
    const alike = last && before.to - before.from === to - from && from === before.from + stride;
    if (alike) last[1]++;
    else found.push([at, 1]);
  }
  return found;
}

/** All windows of a pooling, NHWC, without those entirely in the padding. */
export function windowRows(info: backend_util.Conv2DInfo): WindowRow[] {
  const { batchSize, inHeight, inWidth, outHeight, outWidth, strideHeight, strideWidth, padInfo } = info;
  const rows = spans(outHeight, strideHeight, padInfo.top, info.filterHeight, inHeight);
  const columns = spans(outWidth, strideWidth, padInfo.left, info.filterWidth, inWidth);
  const across = runs(columns, strideWidth);
  const found: WindowRow[] = [];
  for (let image = 0; image < batchSize; image++) {
    for (const [row, { from, to }] of rows.entries()) {
      for (const [column, windows] of across) {
        const places: number[] = [];
        for (let y = from; y < to; y++)
          for (let x = columns[column].from; x < columns[column].to; x++)
            places.push((image * inHeight + y) * inWidth + x);
        const first = (image * outHeight + row) * outWidth + column;
        if (places.length > 0) found.push({ places, windows, step: strideWidth, first });
      }
    }
  }
  return found;
}
