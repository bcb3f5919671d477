/** The numbers under a window, the kernel, and their products, as three grids for each channel. */
import type { Box as Cells } from '@/components/canvas/MapOverlay';
import { type ColourRange, rangeOf } from '@/lib/format/colour-maps';
import type { Term } from '@/lib/kinds/types';
import type { Step } from '@/lib/provenance/path';
import type { TermGroup } from '@/lib/provenance/terms';
import words from '@/words/film';
import type { Area } from './area';
import { frame, type Pen, partOf, write } from './pen';
import { BETWEEN, gridSize, HEAD, NAMES, SIGN } from './sum-plan';
import { drawValue } from './value';

/** What stands in each column, and the sign after it. */
export const COLUMNS = [
  { of: (term: Term) => term.value, sign: '×', name: words.values() },
  { of: (term: Term) => term.weight ?? 1, sign: '=', name: words.kernel() },
  { of: (term: Term) => term.product, sign: '', name: words.products() },
] as const;

/** How many products are there when this share of the beat is over: they appear one after the other. */
export const productsAt = (progress: number, of: number): number =>
  Math.round(partOf(progress, 0.1, 0.7) * of);

interface Grids {
  readonly groups: readonly TermGroup[];
  readonly terms: readonly Term[];
  readonly window: Cells;
  readonly progress: number;
  nameOf(channel: number): string;
  /** The value in whose arithmetic the number of a column stands, or which it is. */
  stepOf(term: Term, column: number): Step | null;
}

/** A row of three grids for each channel; answers the area that they take. */
export function drawGrids(
  pen: Pen,
  room: Area,
  { groups, terms, window, nameOf, progress, stepOf }: Grids,
): Area {
  const own = gridSize(room, window, groups.length);
  const all = {
    width: NAMES + 3 * own.width + 2 * SIGN,
    height: HEAD + groups.length * (own.height + BETWEEN),
  };
  const [x, y] = [room.x + (room.width - all.width) / 2, room.y + (room.height - all.height) / 2];
  for (const [number, { name, of, sign }] of COLUMNS.entries()) {
    const range = rangeOf(Float32Array.from(terms, of));
    const left = x + NAMES + number * (own.width + SIGN);
    write(pen, name, left + own.width / 2, y + 8);
    for (const [at, { key, terms: read }] of groups.entries()) {
      const whole = { x: left, y: y + HEAD + at * (own.height + BETWEEN), ...own };
      const count = number === 2 ? productsAt(progress, read.length) : read.length;
      drawGrid(pen, read.slice(0, count), of, range, window, whole);
      pen.grids?.push({
        area: whole,
        rows: window.height,
        columns: window.width,
        stepAt(down, across) {
          const term = read
            .slice(0, count)
            .find(({ source: [r, c = 0] }) => r - window.row === down && c - window.column === across);
          return term ? stepOf(term, number) : null;
        },
      });
      const middle = whole.y + own.height / 2;
      if (number === 0)
        write(pen, nameOf(key), left - 10, middle, { align: 'right', size: 13, most: NAMES - 8 });
      if (sign) write(pen, sign, left + own.width + SIGN / 2, middle, { size: 20, colour: pen.ink });
    }
  }
  return { x, y, ...all };
}

/** A number of each term, at the place that it reads. */
function drawGrid(
  pen: Pen,
  read: readonly Term[],
  of: (term: Term) => number,
  range: ColourRange,
  window: Cells,
  area: Area,
): void {
  const whole = (at: number) => Math.round(at * pen.ratio) / pen.ratio;
  const edge = (from: number, length: number, share: number) => whole(from + length * share);
  frame(pen, area);
  for (const term of read) {
    const [row, column = 0] = term.source;
    const [down, across] = [row - window.row, column - window.column];
    const x = edge(area.x, area.width, across / window.width);
    const y = edge(area.y, area.height, down / window.height);
    const cell = {
      x,
      y,
      width: edge(area.x, area.width, (across + 1) / window.width) - x,
      height: edge(area.y, area.height, (down + 1) / window.height) - y,
    };
    drawValue(pen, cell, of(term), range);
  }
}
