/** Which values of the network stand in a drawing, and where: they can be pointed at, and gone through by keys. */
import type { Step } from '@/lib/provenance/path';
import type { Area } from './area';

/** Values in rows and columns. */
export interface Grid {
  readonly area: Area;
  readonly rows: number;
  readonly columns: number;
  /** The value in a cell; null where there is none (yet). */
  stepAt(row: number, column: number): Step | null;
}

/** A cell of one of the grids. */
export interface Spot {
  readonly grid: number;
  readonly row: number;
  readonly column: number;
}

type Grids = readonly Grid[];

/** The grid of all values of a plane: of a map, or of a channel. */
export const planeGrid = (
  area: Area,
  [rows, columns]: readonly [number, number, ...number[]],
  stage: string,
  channel: number,
): Grid => ({ area, rows, columns, stepAt: (row, column) => ({ stage, cell: [row, column, channel] }) });

/** The value at a spot; null where none is. */
export const stepOf = (grids: Grids, { grid, row, column }: Spot): Step | null =>
  grids[grid]?.stepAt(row, column) ?? null;

/** The place of a spot in the drawing. */
export function areaOf(grids: Grids, { grid, row, column }: Spot): Area | null {
  const own = grids[grid];
  if (!own) return null;
  const { area, rows, columns } = own;
  const [width, height] = [area.width / columns, area.height / rows];
  return { x: area.x + column * width, y: area.y + row * height, width, height };
}

const within = (at: number, length: number): number => Math.max(0, Math.min(length - 1, Math.floor(at)));

/** The cell of a grid that is nearest to a place. */
const nearest = (grids: Grids, grid: number, x: number, y: number): Spot => {
  const { area, rows, columns } = grids[grid];
  return {
    grid,
    row: within(((y - area.y) / area.height) * rows, rows),
    column: within(((x - area.x) / area.width) * columns, columns),
  };
};

/** The spot at a place of the drawing: of grids that lie on top of each other that of the last. */
export function spotAt(grids: Grids, x: number, y: number): Spot | null {
  for (let grid = grids.length - 1; grid >= 0; grid--) {
    const { area } = grids[grid];
    if (x < area.x || y < area.y || x >= area.x + area.width || y >= area.y + area.height) continue;
    const spot = nearest(grids, grid, x, y);
    if (stepOf(grids, spot)) return spot;
  }
  return null;
}

const same = (a: Step | null, b: Step | null): boolean =>
  a?.stage === b?.stage && String(a?.cell) === String(b?.cell);

/** Where one begins: at the value that the beat follows, where the drawing has it, or else at the first. */
export function firstSpot(grids: Grids, followed: Step | null): Spot | null {
  let first: Spot | null = null;
  for (const [grid, { rows, columns, stepAt }] of grids.entries())
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        const step = stepAt(row, column);
        if (step && followed && same(step, followed)) return { grid, row, column };
        if (step) first ??= { grid, row, column };
      }
  return first;
}

const ARROWS: Readonly<Record<string, readonly [across: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The next grid in a direction from the edge of one, and the cell of it that is nearest. */
function beyond(grids: Grids, from: Spot, [across, down]: readonly [number, number]): Spot {
  const cell = areaOf(grids, from);
  if (!cell) return from;
  const [x, y] = [cell.x + cell.width / 2, cell.y + cell.height / 2];
  let best = from;
  let least = Number.POSITIVE_INFINITY;
  for (const [grid, { area }] of grids.entries()) {
    if (grid === from.grid) continue;
    const to = {
      x: Math.max(area.x, Math.min(area.x + area.width - 0.01, x)),
      y: Math.max(area.y, Math.min(area.y + area.height - 0.01, y)),
    };
    const ahead = across * (to.x - x) + down * (to.y - y);
    const aside = Math.abs(down * (to.x - x)) + Math.abs(across * (to.y - y));
    const spot = nearest(grids, grid, to.x, to.y);
    if (ahead > 0 && ahead + 3 * aside < least && stepOf(grids, spot)) {
      least = ahead + 3 * aside;
      best = spot;
    }
  }
  return best;
}

/** The spot that a key leads to; null for other keys. At the edge of everything it stays. */
export function movedSpot(grids: Grids, from: Spot, key: string): Spot | null {
  const arrow = ARROWS[key];
  const own = grids[from.grid];
  if (arrow && own) {
    for (let by = 1; ; by++) {
      const [row, column] = [from.row + by * arrow[1], from.column + by * arrow[0]];
      if (row < 0 || column < 0 || row >= own.rows || column >= own.columns) break;
      if (own.stepAt(row, column)) return { ...from, row, column };
    }
    return beyond(grids, from, arrow);
  }
  if (key !== 'PageDown' && key !== 'PageUp') return null;
  const grid = within(from.grid + (key === 'PageDown' ? 1 : -1), grids.length);
  const to = grids[grid];
  const spot = { grid, row: within(from.row, to.rows), column: within(from.column, to.columns) };
  return stepOf(grids, spot) ? spot : from;
}
