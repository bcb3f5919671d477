import { formatCount } from '@/lib/format/format';
import type { Cell } from '@/lib/tensor/tensor';
import words from '@/words/place';

/** A cell's name within a sentence; all counted from 0. */
export const placeWords = (cell: Cell): string =>
  cell.length === 1
    ? words.index({ index: formatCount(cell[0]) })
    : words.cell({ row: cell[0], column: cell[1], channel: cell[2] });
