import { expect, it } from 'vitest';
import {
  areaOf,
  firstSpot,
  type Grid,
  movedSpot,
  planeGrid,
  type Spot,
  spotAt,
  stepOf,
} from '@/components/trace/film/drawing/grids';

/** Two maps beside each other and one below the first, each of two rows and three columns of ten pixels. */
const grids: readonly Grid[] = [
  planeGrid({ x: 0, y: 0, width: 30, height: 20 }, [2, 3], 'conv1', 0),
  planeGrid({ x: 40, y: 0, width: 30, height: 20 }, [2, 3], 'conv1', 1),
  planeGrid({ x: 0, y: 30, width: 30, height: 20 }, [2, 3], 'conv1', 2),
];

it('a place of the drawing is that of the value drawn there; between the maps there is none', () => {
  expect(stepOf(grids, spotAt(grids, 65, 15) as Spot)).toEqual({ stage: 'conv1', cell: [1, 2, 1] });
  expect(spotAt(grids, 35, 5)).toBeNull();
  expect(spotAt(grids, 30, 5)).toBeNull();
  expect(areaOf(grids, { grid: 1, row: 1, column: 2 })).toEqual({ x: 60, y: 10, width: 10, height: 10 });
});

it('keys reach every value, from the one that is followed on', () => {
  const first = firstSpot(grids, { stage: 'conv1', cell: [1, 1, 1] });
  expect(first).toEqual({ grid: 1, row: 1, column: 1 });
  const reached = new Set<string>();
  const open = [first as Spot];
  while (open.length > 0) {
    const at = open.pop() as Spot;
    if (reached.has(JSON.stringify(at))) continue;
    reached.add(JSON.stringify(at));
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'])
      open.push(movedSpot(grids, at, key) as Spot);
  }
  expect(reached.size).toBe(18);
});

it('an arrow goes over the edge of a map to the next one, and stays at the edge of everything', () => {
  const from = { grid: 0, row: 1, column: 2 };
  expect(movedSpot(grids, from, 'ArrowRight')).toEqual({ grid: 1, row: 1, column: 0 });
  expect(movedSpot(grids, from, 'ArrowDown')).toEqual({ grid: 2, row: 0, column: 2 });
  expect(movedSpot(grids, { grid: 1, row: 0, column: 2 }, 'ArrowRight')).toEqual({
    grid: 1,
    row: 0,
    column: 2,
  });
  expect(movedSpot(grids, from, 'PageDown')).toEqual({ grid: 1, row: 1, column: 2 });
  expect(movedSpot(grids, from, 'PageUp')).toEqual(from);
  expect(movedSpot(grids, from, 'x')).toBeNull();
});

it('what is not drawn yet is skipped', () => {
  const half: Grid = {
    ...grids[0],
    stepAt: (row, column) => (row + column < 3 ? grids[0].stepAt(row, column) : null),
  };
  expect(movedSpot([half], { grid: 0, row: 1, column: 1 }, 'ArrowRight')).toEqual({
    grid: 0,
    row: 1,
    column: 1,
  });
  expect(spotAt([half], 25, 15)).toBeNull();
  expect(firstSpot([half], { stage: 'conv1', cell: [1, 2, 0] })).toEqual({ grid: 0, row: 0, column: 0 });
});
