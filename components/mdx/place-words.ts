import { formatCount } from '@/lib/format/format';
import type { Cell } from '@/lib/tensor/tensor';

/** A cell as a sentence names it; all counted from 0. */
export const placeWords = (cell: Cell): string =>
  cell.length === 1
    ? `index ${formatCount(cell[0])}`
    : `row ${cell[0]}, column ${cell[1]}, channel ${cell[2]}`;
