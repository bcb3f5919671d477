import { formatCount } from '@/lib/format/format';
import type { Pipeline, Stage } from '@/lib/network/pipeline';
import type { Cell } from '@/lib/tensor/tensor';
import words from '@/words/task-words';
import type { Field } from './task';

const COLOURS = ['red', 'green', 'blue'];

/** Whether a stage's channels are the image's colours. */
const isImage = ({ brightness, output }: Stage): boolean =>
  brightness !== null && output[2] === COLOURS.length;

/** The name of a stage's channel: "red", "map 17". */
export const channelName = (stage: Stage, channel: number): string =>
  isImage(stage) ? words.colour({ which: COLOURS[channel] }) : words.map({ map: channel });

/** A value of a stage: "row 3, column 14, map 5". */
export const cellName = (stage: Stage, cell: Cell): string =>
  cell.length === 1
    ? words.index({ index: formatCount(cell[0]) })
    : words.cell({ row: cell[0], column: cell[1] ?? 0, channel: channelName(stage, cell[2]) });

/** A range of rows or columns: "rows 3 and 4", "rows 3 to 7", "row 3". */
export const span = (thing: 'row' | 'column' | 'pixel row', first: number, count: number): string =>
  words.span({ thing, count, first, last: first + count - 1 });

/** The stage whose values this one reads; null for the image itself. */
export const stageBefore = ({ stages }: Pipeline, { number }: Stage): Stage | null =>
  stages[number - 2] ?? null;

export const whole = (label: string, length: number): Field => ({ kind: 'whole', label, last: length - 1 });
