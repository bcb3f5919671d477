/** How the arithmetic of a value is drawn in the room that there is, so that its numbers can be read. Lengths are pixels. */
import type { Area } from './area';
import { LINE } from './pen';

/** This many channels are shown at most: those that contribute most. */
const CHANNELS = 3;
/** A cell has to be this wide and this high for a number; a low one is wider where there is room. */
const READABLE = 38;
const LOW = 19;
const WIDE = 46;
/** The line with the names of the columns, the room for signs between them, and between rows. */
export const HEAD = 22;
export const SIGN = 36;
export const BETWEEN = 8;
/** The room for the names of the channels, and for the sum where it stands on the right. */
export const NAMES = 62;
export const SUM = 210;
/** The least height of a row of the list. */
export const ROW = 21;
/** The lines below it: the sum and the bias, what they come to, and what is left out. */
const LIST_LINES = 3;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Three grids for each channel, or a row for each of the largest products; and where the sum stands. */
export type SumPlan =
  | { readonly as: 'grids'; readonly shown: number; readonly beside: boolean }
  | { readonly as: 'list'; readonly shown: number; readonly beside: false };

/** The room for the numbers, without that for the lines of the sum. */
export const roomFor = (area: Area, beside: boolean, lines: number): Area =>
  beside ? { ...area, width: area.width - SUM } : { ...area, height: area.height - lines * LINE };

/** The size of a grid's area, three of which stand in each of some rows; its cells are wider than high where they are low. */
export function gridSize(room: Size, window: Size, rows: number): Size {
  const height = (room.height - HEAD) / rows - BETWEEN;
  const most = (room.width - NAMES - 2 * SIGN) / 3;
  const width = Math.min(most, Math.max((height * window.width) / window.height, WIDE * window.width));
  return { width, height: Math.min(height, (width * window.height) / window.width) };
}

const isReadable = ({ width, height }: Size, window: Size): boolean =>
  width / window.width >= READABLE && height / window.height >= LOW;

interface About {
  readonly window: Size;
  readonly channels: number;
  readonly terms: number;
  /** Of the sum, without the one that says what is left out. */
  readonly lines: number;
}

/** As many channels as fit with cells large enough for numbers; where not even one does, the largest products. */
export function planSum(area: Area, { window, channels, terms, lines }: About): SumPlan {
  for (let shown = Math.min(channels, CHANNELS); shown > 0; shown--) {
    const all = lines + (shown < channels ? 1 : 0);
    const sizeOf = (beside: boolean) => gridSize(roomFor(area, beside, all), window, shown);
    const areaOf = ({ width, height }: Size) => width * height;
    const best = [true, false]
      .filter((beside) => isReadable(sizeOf(beside), window))
      .toSorted((a, b) => areaOf(sizeOf(b)) - areaOf(sizeOf(a)));
    if (best.length > 0) return { as: 'grids', shown, beside: best[0] };
  }
  const rows = Math.floor((area.height - LIST_LINES * LINE - HEAD) / ROW);
  return { as: 'list', shown: Math.max(1, Math.min(terms, rows)), beside: false };
}
