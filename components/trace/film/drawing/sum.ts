/** The arithmetic of one value: the numbers under the window, the kernel, and their products. */
import type { Box as Cells } from '@/components/canvas/MapOverlay';
import { sourceOf } from '@/components/figures/source';
import { windowBox } from '@/components/figures/window-box';
import { type ColourRange, cssColour, inkOn, rangeOf } from '@/lib/format/colour-maps';
import { formatCount, formatNumber } from '@/lib/format/format';
import type { Term } from '@/lib/kinds/types';
import { explain, type TracedExplanation } from '@/lib/provenance/explain';
import { groupTerms, type TermGroup } from '@/lib/provenance/terms';
import { asMap } from '@/lib/tensor/tensor';
import words from '@/words/film';
import { type Area, cellsArea, fitted, frame, LINE, type Pen, partOf, write } from './pen';
import { followed, type Scene } from './scene';

/** This many channels are shown at most: those that contribute most. */
const CHANNELS = 3;
/** The line with the names of the columns, the room for signs between them, and between rows. */
const HEAD = 22;
const SIGN = 36;
const BETWEEN = 8;
/** The room for the names of the channels, and for the sum where it stands on the right. */
const NAMES = 62;
const SUM = 210;

/** Three grids for each channel, and the sum on their right, or below them where it is narrow. */
export function drawSum(pen: Pen, scene: Scene, progress: number): void {
  const { pipeline, trace, shown } = scene;
  const { stage, step } = shown;
  const found = step && explain(pipeline, trace, trace.weights, stage.id, step.cell);
  if (!found?.ok) return;
  const shape = asMap(stage.input);
  const { row, column } = followed(scene);
  const groups = groupTerms(found.value.terms, 'channel', shape)
    .toSorted((a, b) => Math.abs(b.sum) - Math.abs(a.sum))
    .slice(0, CHANNELS)
    .toSorted((a, b) => a.key - b.key);
  const { nameOf } = sourceOf(stage, pipeline);
  const lines = sumLines(found.value);
  if (groups.length < shape[2])
    lines.push(words.shownOf({ shown: groups.length, all: formatCount(shape[2]) }));
  const { area } = pen;
  const beside = area.width > SUM + NAMES + 320;
  const room = beside
    ? { ...area, width: area.width - SUM }
    : { ...area, height: area.height - lines.length * LINE };
  const window = windowBox(stage.layer, shape, { row, column });
  const grids = drawGrids(pen, room, { groups, terms: found.value.terms, window, nameOf, progress });
  if (progress <= 0.1) return;
  for (const [at, line] of lines.entries()) {
    const small = at === lines.length - 1 && groups.length < shape[2];
    const x = beside ? grids.x + grids.width + 28 : area.x + area.width / 2;
    const top = beside ? area.y + (area.height - lines.length * 30) / 2 : grids.y + grids.height + 10;
    write(pen, line, x, top + (at + 0.5) * (beside ? 30 : LINE), {
      size: small ? 12 : beside ? 17 : 14,
      colour: small ? pen.soft : pen.ink,
      font: small ? 'label' : 'number',
      align: beside ? 'left' : 'center',
      most: beside ? area.x + area.width - x : area.width,
    });
  }
}

/** The sum, the bias, and what becomes of them, line by line. */
function sumLines({ before, bias, value }: TracedExplanation): string[] {
  return [
    words.sumOf({ sum: formatNumber(before - (bias ?? 0)) }),
    ...(bias === undefined ? [] : [words.biasOf({ bias: formatNumber(bias) })]),
    `= ${formatNumber(before)}`,
    ...(value === before ? [] : [`→ ${formatNumber(value)}`]),
  ];
}

interface Grids {
  readonly groups: readonly TermGroup[];
  readonly terms: readonly Term[];
  readonly window: Cells;
  readonly progress: number;
  nameOf(channel: number): string;
}

/** A row of three grids for each channel; answers the area that they take. */
function drawGrids(pen: Pen, room: Area, { groups, terms, window, nameOf, progress }: Grids): Area {
  const columns = [
    { of: (term: Term) => term.value, sign: '×', name: words.values() },
    { of: (term: Term) => term.weight ?? 1, sign: '=', name: words.kernel() },
    { of: (term: Term) => term.product, sign: '', name: words.products() },
  ].map((one) => ({ ...one, range: rangeOf(Float32Array.from(terms, one.of)) }));
  const height = (room.height - HEAD) / groups.length - BETWEEN;
  const most = (room.width - NAMES - 2 * SIGN) / 3;
  const width = Math.min(most, (height * window.width) / window.height);
  const own = { width, height: Math.min(height, (width * window.height) / window.width) };
  const all = {
    width: NAMES + 3 * own.width + 2 * SIGN,
    height: HEAD + groups.length * (own.height + BETWEEN),
  };
  const [x, y] = [room.x + (room.width - all.width) / 2, room.y + (room.height - all.height) / 2];
  for (const [number, { name, of, sign, range }] of columns.entries()) {
    const left = x + NAMES + number * (own.width + SIGN);
    write(pen, name, left + own.width / 2, y + 8);
    for (const [at, { key, terms: read }] of groups.entries()) {
      const whole = { x: left, y: y + HEAD + at * (own.height + BETWEEN), ...own };
      // The products appear one after the other.
      const count = Math.round((number === 2 ? partOf(progress, 0.1, 0.7) : 1) * read.length);
      drawGrid(pen, read.slice(0, count), of, range, window, fitted(pen, window.height, window.width, whole));
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
  frame(pen, area);
  for (const term of read) {
    const [row, column] = term.source;
    const cell = { row: row - window.row, column: (column ?? 0) - window.column, height: 1, width: 1 };
    const { x, y, width, height } = cellsArea(area, window.width, cell);
    const value = of(term);
    pen.context.fillStyle = cssColour(range, value);
    pen.context.fillRect(x, y, width, height);
    if (width >= 26)
      write(pen, formatNumber(value, width < 40 ? 1 : 2), x + width / 2, y + height / 2, {
        size: Math.min(14, width / 3.4),
        colour: inkOn(range, value),
        font: 'number',
        most: width - 4,
      });
  }
}
