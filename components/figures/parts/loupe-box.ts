import type { Box } from '@/components/canvas/MapOverlay';
import type { Place } from '@/components/canvas/walk';
import type { MapShape } from '@/lib/tensor/tensor';

/** Side of the loupe in values. */
export const LOUPE = 9;

/** The start of the loupe along an axis: centred on the place, except at the edges, where it stays inside. */
export const loupeStart = (at: number, length: number): number =>
  Math.max(0, Math.min(at - (LOUPE >> 1), length - LOUPE));

/** The cells that the loupe covers. */
export const loupeBox = ({ row, column }: Place, [height, width]: MapShape): Box => ({
  row: loupeStart(row, height),
  column: loupeStart(column, width),
  height: Math.min(LOUPE, height),
  width: Math.min(LOUPE, width),
});
