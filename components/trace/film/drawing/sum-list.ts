/** The largest products of a sum below each other, for a room in which no grid of the kernel would be readable. */
import { rangeOf } from '@/lib/format/colour-maps';
import type { Term } from '@/lib/kinds/types';
import type { Step } from '@/lib/provenance/path';
import { inOrder } from '@/lib/provenance/terms';
import words from '@/words/film';
import type { Area } from './area';
import { frame, type Pen, write } from './pen';
import { COLUMNS, productsAt } from './sum-grids';
import { HEAD, ROW } from './sum-plan';
import { drawValue } from './value';

/** The room for the place that a row reads, and for the sign after a cell. */
const PLACE = 104;
const SIGN = 24;
const WIDEST = 110;
const HIGHEST = 32;
const GAP = 3;

interface List {
  readonly terms: readonly Term[];
  readonly shown: number;
  readonly progress: number;
  nameOf(channel: number): string;
  /** The value in whose arithmetic the number of a column stands, or which it is. */
  stepOf(term: Term, column: number): Step | null;
}

/** A row of three numbers for each of the largest products, in the order of their places; answers the area that they take. */
export function drawList(pen: Pen, room: Area, { terms, shown, progress, nameOf, stepOf }: List): Area {
  const largest = new Set(inOrder(terms, 'size').slice(0, shown));
  const read = terms.filter((term) => largest.has(term));
  const height = Math.min(HIGHEST, Math.max(ROW, (room.height - HEAD) / read.length));
  const cell = Math.min(WIDEST, (room.width - PLACE - 2 * SIGN) / 3);
  const all = { width: PLACE + 3 * cell + 2 * SIGN, height: HEAD + read.length * height };
  const [x, y] = [room.x + (room.width - all.width) / 2, room.y + (room.height - all.height) / 2];
  for (const [number, { name, of, sign }] of COLUMNS.entries()) {
    const range = rangeOf(Float32Array.from(terms, of));
    const left = x + PLACE + number * (cell + SIGN);
    write(pen, name, left + cell / 2, y + 8, { most: cell + SIGN });
    for (const [at, term] of read.entries()) {
      const own = { x: left, y: y + HEAD + at * height, width: cell, height: height - GAP };
      const middle = own.y + own.height / 2;
      if (number === 0) {
        const [row, column = 0, channel = 0] = term.source;
        const place = words.readAt({ row, column, channel: nameOf(channel) });
        write(pen, place, left - 10, middle, { align: 'right', size: 13, most: PLACE - 10 });
      }
      frame(pen, own);
      if (number < 2 || at < productsAt(progress, read.length)) drawValue(pen, own, of(term), range, 13);
      pen.grids?.push({ area: own, rows: 1, columns: 1, stepAt: () => stepOf(term, number) });
      if (sign) write(pen, sign, left + cell + SIGN / 2, middle, { size: 16, colour: pen.ink });
    }
  }
  return { x, y, ...all };
}
