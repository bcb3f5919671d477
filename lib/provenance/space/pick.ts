import type { Cell } from '@/lib/tensor/tensor';
import type { Ray } from './camera';
import { ACROSS, type Board, cellOn, DOWN, FACING, type SpaceLayout } from './layout';
import { add, dot, minus, scaled } from './vector';

/** What a ray meets first: a board, and the value there; null in the gaps. */
export interface Picked {
  readonly board: Board;
  readonly cell: Cell | null;
  /** How far from the camera, in units of the ray's direction. */
  readonly depth: number;
}

/** The nearest board under a ray. Boards are flat, so this is one division for each. */
export function pick({ boards }: SpaceLayout, ray: Ray): Picked | null {
  let nearest: Picked | null = null;
  const slope = dot(ray.direction, FACING);
  if (Math.abs(slope) < 1e-9) return null;
  for (const board of boards) {
    const depth = dot(minus(board.corner, ray.from), FACING) / slope;
    if (depth <= 0 || (nearest && depth >= nearest.depth)) continue;
    const from = minus(add(ray.from, scaled(ray.direction, depth)), board.corner);
    const [x, y] = [dot(from, ACROSS) / board.side, dot(from, DOWN) / board.side];
    if (x < 0 || y < 0 || x >= board.size.width || y >= board.size.height) continue;
    nearest = { board, cell: cellOn(board, x, y), depth };
  }
  return nearest;
}
