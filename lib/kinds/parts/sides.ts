/** The sides of a window: one number for a square one, otherwise height and width. */
import { formatShape } from '@/lib/format/format';
import type { Sides } from '../types';

/** Height and width, in cells. */
export const sidesOf = (sides: Sides): readonly [height: number, width: number] =>
  typeof sides === 'number' ? [sides, sides] : sides;

/** Sides as stored: equal ones as one number, so that a square window has a single form. */
export const asSides = (height: number, width: number): Sides =>
  height === width ? height : [height, width];

/** How many cells a window has. */
export function cellsOf(sides: Sides): number {
  const [height, width] = sidesOf(sides);
  return height * width;
}

/** In words: "2 × 3". */
export const formatSides = (sides: Sides): string => formatShape(sidesOf(sides));
