import type { Cell } from '@/lib/tensor/tensor';
import type { Board } from './layout';

/** A step of the keyboard from one value to another of the same stage. */
export type Move = 'up' | 'down' | 'left' | 'right' | 'nextMap' | 'previousMap';

const STEPS: Record<Move, readonly [rows: number, columns: number, maps: number]> = {
  up: [-1, 0, 0],
  down: [1, 0, 0],
  left: [0, -1, 0],
  right: [0, 1, 0],
  nextMap: [0, 0, 1],
  previousMap: [0, 0, -1],
};

const inside = (n: number, length: number) => Math.max(0, Math.min(length - 1, n));

/** The value that a step leads to; steps stop at the edges. A vector has no maps, so those steps stay. */
export function moved(board: Board, cell: Cell, move: Move): Cell {
  const [down, across, maps] = STEPS[move];
  if (cell.length === 1) {
    const [index] = cell;
    const [row, column] = [Math.floor(index / board.width), index % board.width];
    const to = inside(row + down, board.height) * board.width + inside(column + across, board.width);
    return [inside(to, board.shown)];
  }
  const [row, column, channel] = cell;
  return [
    inside(row + down, board.height),
    inside(column + across, board.width),
    inside(channel + maps, board.shown),
  ];
}
