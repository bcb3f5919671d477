/** The pixels of a board: one for each value, in the colours of the flat figures. */
import {
  type ColourRange,
  type ColourTable,
  channelTable,
  entriesOf,
  packedColours,
  rangeOf,
  tableOf,
} from '@/lib/format/colour-maps';
import { divergingInDark } from '@/lib/format/dark-colours';
import { asMap, type Tensor } from '@/lib/tensor/tensor';
import { type Board, tileOf } from './layout';

/** NaN is drawn black. */
const BLACK = 0xff000000;

export interface Colours {
  /** Of the gaps, packed as the tables' colours are. */
  readonly ground: number;
  /** Whether the values are the channels of an image, shown in its own colours. */
  readonly image: boolean;
  readonly range: ColourRange;
  readonly table: ColourTable;
}

/**
 * How a stage's values are coloured. `high`: the value of full brightness while they are still those of an image,
 * otherwise null. `dark`: signed values have the colours of the dark theme.
 */
export function coloursFor(
  board: Board,
  values: Float32Array,
  ground: number,
  high: number | null,
  dark = false,
): Colours {
  const image = high !== null && board.units === null && board.all <= 4;
  const raw = image && board.at === 0;
  const range: ColourRange = raw ? { kind: 'sequential', low: 0, high } : rangeOf(values);
  const table = dark && range.kind === 'diverging' ? divergingInDark() : tableOf(range);
  return { ground, image, range, table };
}

/** Paints a board's values into `pixels`, size.height x size.width. Values that fit no tile are left out. */
export function paintBoard(board: Board, tensor: Tensor, colours: Colours, pixels: Uint32Array): void {
  pixels.fill(colours.ground);
  if (board.units !== null) {
    paintUnits(board, tensor.values, colours, pixels);
    return;
  }
  const depth = asMap(tensor.shape)[2];
  if (board.lead === 1) paintImage(board, tensor.values, depth, colours, pixels);
  const entry = entriesOf(colours.range);
  for (let channel = 0; channel < board.shown; channel++) {
    const table = colours.image ? channelTable(channel, depth) : colours.table;
    const packed = packedColours(table);
    eachPixel(board, board.lead + channel, (place, at) => {
      pixels[place] = packed[entry(tensor.values[at * depth + channel])] ?? BLACK;
    });
  }
}

function paintUnits(
  board: Board,
  values: Float32Array,
  { range, table }: Colours,
  pixels: Uint32Array,
): void {
  const packed = packedColours(table);
  const entry = entriesOf(range);
  eachPixel(board, 0, (place, at) => {
    if (at < board.shown) pixels[place] = packed[entry(values[at])] ?? BLACK;
  });
}

/** The first tile: red, green and blue together; bare where the values are no image, such as gradients. */
function paintImage(
  board: Board,
  values: Float32Array,
  depth: number,
  { range, image, ground }: Colours,
  pixels: Uint32Array,
) {
  const entry = entriesOf(range);
  eachPixel(board, 0, (place, at) => {
    const [red, green, blue] = [0, 1, 2].map((channel) => entry(values[at * depth + channel]));
    pixels[place] = image ? (BLACK | (blue << 16) | (green << 8) | red) >>> 0 : ground;
  });
}

function eachPixel(board: Board, tile: number, paint: (place: number, at: number) => void): void {
  const { x, y, width, height } = tileOf(board, tile);
  for (let row = 0, at = 0; row < height; row++) {
    const line = (y + row) * board.size.width + x;
    for (let column = 0; column < width; column++, at++) paint(line + column, at);
  }
}
