/** A value close up: a cell in its colour, with its number. */
import { type ColourRange, cssColour, inkOn, tableOf } from '@/lib/format/colour-maps';
import { divergingInDark } from '@/lib/format/dark-colours';
import { formatNumber } from '@/lib/format/format';
import type { Area } from './area';
import { type Pen, write } from './pen';

/** The largest size of a number, and how many times wider a cell is: for a sign, three digits and the point. */
const LARGEST = 14;
const WIDER = 3.4;
/** The part of a low cell's height that a number takes. */
const HIGHER = 0.66;
/** In a cell that is not as wide as this no number can be read, and none is written. */
const LEAST = 32;

/** Fills a cell, and writes its number where that can be read. */
export function drawValue(
  pen: Pen,
  { x, y, width, height }: Area,
  value: number,
  range: ColourRange,
  size = Math.min(LARGEST, width / WIDER, height * HIGHER),
): void {
  const colours = pen.dark && range.kind === 'diverging' ? divergingInDark() : tableOf(range);
  pen.context.fillStyle = cssColour(range, value, colours);
  pen.context.fillRect(x, y, width, height);
  if (width < LEAST) return;
  write(pen, formatNumber(value, 2), x + width / 2, y + height / 2, {
    size,
    colour: inkOn(range, value, colours),
    font: 'number',
    most: width - 4,
  });
}
