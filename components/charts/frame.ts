import { range } from 'd3-array';

/** The plot's rectangle inside the drawing, in CSS pixels. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Room for the ticks on the left and for the labels at the lines' ends on the right. */
export const frameOf = (width: number, height: number): Frame => ({
  left: 42,
  right: Math.max(60, width - 84),
  top: 10,
  bottom: height - 28,
});

/** Whole numbers of a domain with at most `most` ticks, at even steps of 1, 2, 5, 10, ... */
export function wholeTicks([low, high]: readonly [number, number], most: number): number[] {
  const steps = [1, 2, 5, 10, 20, 50, 100];
  const step = steps.find((size) => (high - low) / size < most) ?? steps[steps.length - 1];
  return range(Math.ceil(low / step) * step, high + step / 2, step).filter((tick) => tick <= high);
}
