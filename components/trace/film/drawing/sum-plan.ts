/** How the arithmetic of a value is drawn in the room that there is, so that its numbers can be read. Lengths are pixels. */
import { type Area, LINE } from './pen';

/** This many channels are shown at most: those that contribute most. */
const CHANNELS = 3;
/** A cell has to be this wide for a number. */
const READABLE = 38;
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

/** The size of a grid's area, three of which stand in each of some rows. */
export function gridSize(room: Size, window: Size, rows: number): Size {
  const height = (room.height - HEAD) / rows - BETWEEN;
  const most = (room.width - NAMES - 2 * SIGN) / 3;
  const width = Math.min(most, (height * window.width) / window.height);
  return { width, height: Math.min(height, (width * window.height) / window.width) };
}

interface About {
  readonly window: Size;
  readonly channels: number;
  readonly terms: number;
  /** Of the sum, without the one that says what is left out. */
  readonly lines: number;
}

/** As many channels as fit with cells wide enough for numbers; where not even one does, the largest products. */
export function planSum(area: Area, { window, channels, terms, lines }: About): SumPlan {
  for (let shown = Math.min(channels, CHANNELS); shown > 0; shown--) {
    const all = lines + (shown < channels ? 1 : 0);
    const cellOf = (beside: boolean) =>
      gridSize(roomFor(area, beside, all), window, shown).width / window.width;
    const beside = cellOf(true) >= cellOf(false);
    if (cellOf(beside) >= READABLE) return { as: 'grids', shown, beside };
  }
  const rows = Math.floor((area.height - LIST_LINES * LINE - HEAD) / ROW);
  return { as: 'list', shown: Math.max(1, Math.min(terms, rows)), beside: false };
}
