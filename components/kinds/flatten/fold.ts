import type { Place } from '@/components/canvas/walk';
import type { MapShape } from '@/lib/tensor/tensor';

/** How a vector is laid out in lines: so many values a line, each line whole places of the maps it came from. */
export interface Fold {
  readonly lines: number;
  readonly width: number;
}

/** As square as whole places (all channels of one row and column) allow. */
export function foldOf([height, width, channels]: MapShape): Fold {
  const length = height * width * channels;
  const places = Math.max(1, Math.round(Math.sqrt(length) / channels));
  return { lines: Math.ceil((height * width) / places), width: places * channels };
}

export const foldedPlace = ({ width }: Fold, index: number): Place => ({
  row: Math.floor(index / width),
  column: index % width,
});

/** The index at a place of the fold; null behind the end of the last line. */
export function foldedIndex({ width }: Fold, { row, column }: Place, length: number): number | null {
  const index = row * width + column;
  return index < length ? index : null;
}
