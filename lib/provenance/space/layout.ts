/** Where every value of a network stands in space: one upright board for each stage, in a row along the x axis. */
import type { Pipeline, Stage } from '@/lib/network/pipeline';
import { type Cell, isMap } from '@/lib/tensor/tensor';
import { add, scaled, type Vector3 } from './vector';

/** One stage's values on a board. Lengths are in values ("cells") unless they are said to be in space. */
export interface Board {
  readonly stage: string;
  /** The stage's index in the pipeline. */
  readonly at: number;
  /** The size of one tile: a map, or a whole vector folded row by row. */
  readonly height: number;
  readonly width: number;
  /** The units of a vector that are drawn; null for maps. */
  readonly units: number | null;
  /** How many channels, or units, are drawn, and how many there are. */
  readonly shown: number;
  readonly all: number;
  /** Tiles before the first channel: 1 where the image stands in its own colours beside its channels. */
  readonly lead: 0 | 1;
  readonly columns: number;
  /** Between tiles, and around them. */
  readonly gap: number;
  /** The whole board. */
  readonly size: { readonly height: number; readonly width: number };
  /** The side of a cell in space; an image's pixel is 1. */
  readonly side: number;
  /** The board's upper left corner in space. */
  readonly corner: Vector3;
}

export interface SpaceLayout {
  readonly boards: readonly Board[];
  /** Half the extent of everything, around the origin. */
  readonly half: Vector3;
}

/** How far the boards are turned away from the row, so that one sees them from its front and past them. */
export const TURN = (45 * Math.PI) / 180;
/** The direction of a board's columns, of its rows, and the one it faces. */
export const ACROSS: Vector3 = [Math.cos(TURN), 0, Math.sin(TURN)];
export const DOWN: Vector3 = [0, -1, 0];
export const FACING: Vector3 = [-Math.sin(TURN), 0, Math.cos(TURN)];

/** Above these a stage is drawn in part: textures are kept on the graphics card, a phone's too. */
const MOST_MAPS = 256;
const MOST_UNITS = 16_384;
const MOST_CELLS = 2_000_000;
/** In all stages together, where there is no reason to draw fewer. */
export const FULL_ROOM = 8_000_000;
const LONGEST_SIDE = 4096;

/** A short vector's cells are drawn larger, so that it is not lost beside the maps. */
const VECTOR_SIDE = 96;
const LARGEST_CELL = 16;
/** A vector as short as this stands in one column. */
const ONE_COLUMN = 16;

/** Lays out all stages of a network. `room`: how many values are drawn at most. */
export function layoutOf(pipeline: Pipeline, room: number = FULL_ROOM): SpaceLayout {
  const most = Math.min(MOST_CELLS, room / pipeline.stages.length);
  const flat = pipeline.stages.map((stage, at) => boardOf(stage, at, most));
  const widths = flat.map(({ size, side }) => size.width * side);
  const heights = flat.map(({ size, side }) => size.height * side);
  const pad = Math.max(24, 0.17 * Math.max(...widths));
  const middles: number[] = [];
  let x = 0;
  for (const width of widths) {
    middles.push(x + (width * ACROSS[0]) / 2);
    x += width * ACROSS[0] + pad;
  }
  const length = x - pad;
  const boards = flat.map((board, n): Board => {
    const middle: Vector3 = [middles[n] - length / 2, 0, 0];
    const left = add(middle, scaled(ACROSS, -widths[n] / 2));
    return { ...board, corner: add(left, scaled(DOWN, -heights[n] / 2)) };
  });
  return {
    boards,
    half: [length / 2, Math.max(...heights) / 2, (Math.max(...widths) * ACROSS[2]) / 2],
  };
}

type Flat = Omit<Board, 'corner'>;

function boardOf(stage: Stage, at: number, most: number): Flat {
  return isMap(stage.output) ? mapsBoard(stage, at, most) : vectorBoard(stage, at, most);
}

function mapsBoard({ id, output, brightness }: Stage, at: number, most: number): Flat {
  const [height, width, all] = output as readonly [number, number, number];
  // An image of several channels stands in its own colours too.
  const lead = at === 0 && brightness !== null && (all === 3 || all === 4) ? 1 : 0;
  const gap = Math.max(1, Math.round(0.05 * Math.max(height, width)));
  const cell = (height + gap) * (width + gap);
  const fits = Math.floor(Math.min(most / cell, (LONGEST_SIDE / Math.max(height + gap, width + gap)) ** 2));
  const shown = Math.max(1, Math.min(all, MOST_MAPS, fits));
  const columns = columnsFor(shown + lead, height, width);
  const rows = Math.ceil((shown + lead) / columns);
  const size = { height: rows * (height + gap) + gap, width: columns * (width + gap) + gap };
  return { stage: id, at, height, width, units: null, shown, all, lead, columns, gap, size, side: 1 };
}

function vectorBoard({ id, output: [all] }: Stage, at: number, most: number): Flat {
  const shown = Math.min(all, MOST_UNITS, Math.floor(most));
  const width = shown <= ONE_COLUMN ? 1 : columnsFor(shown, 1, 1);
  const height = Math.ceil(shown / width);
  const side = Math.max(1, Math.min(LARGEST_CELL, Math.round(VECTOR_SIDE / Math.sqrt(shown))));
  const gap = Math.max(1, Math.round(0.04 * Math.max(height, width)));
  const size = { height: height + 2 * gap, width: width + 2 * gap };
  return { stage: id, at, height, width, units: shown, shown, all, lead: 0, columns: 1, gap, size, side };
}

/** The number of columns with which this many tiles make a board that is nearly square and nearly full. */
function columnsFor(tiles: number, height: number, width: number): number {
  let best = 1;
  let least = Number.POSITIVE_INFINITY;
  const square = Math.sqrt((tiles * height) / width);
  for (
    let columns = Math.max(1, Math.floor(square / 2));
    columns <= Math.min(tiles, 2 * square + 1);
    columns++
  ) {
    const rows = Math.ceil(tiles / columns);
    const slant = Math.abs(Math.log((columns * width) / (rows * height)));
    const cost = slant + (2 * (rows * columns - tiles)) / tiles;
    if (cost < least) [best, least] = [columns, cost];
  }
  return best;
}

/** A rectangle on a board, in cells from its upper left corner. */
export interface Patch {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a board's tile begins; tiles count the image in its colours, if it is there, as the first. */
export function tileOf(board: Board, tile: number): Patch {
  const { columns, gap, height, width } = board;
  const [down, across] = [Math.floor(tile / columns), tile % columns];
  return { x: gap + across * (width + gap), y: gap + down * (height + gap), width, height };
}

/** The square of a value on its board; null where it is not drawn. */
export function patchOf(board: Board, cell: Cell): Patch | null {
  if (board.units !== null) {
    const [index] = cell;
    if (cell.length !== 1 || index >= board.units) return null;
    const { x, y } = tileOf(board, 0);
    return { x: x + (index % board.width), y: y + Math.floor(index / board.width), width: 1, height: 1 };
  }
  const [row, column, channel] = cell;
  if (column === undefined || channel === undefined || channel >= board.shown) return null;
  const { x, y } = tileOf(board, board.lead + channel);
  return { x: x + column, y: y + row, width: 1, height: 1 };
}

/**
 * The value drawn at a place of a board, in cells from its upper left corner; null in the gaps. Of the image in
 * its colours it is the first channel's.
 */
export function cellOn(board: Board, x: number, y: number): Cell | null {
  const { gap, height, width, columns, lead, shown, units } = board;
  const [across, down] = [Math.floor((x - gap) / (width + gap)), Math.floor((y - gap) / (height + gap))];
  const [column, row] = [
    Math.floor(x - gap - across * (width + gap)),
    Math.floor(y - gap - down * (height + gap)),
  ];
  if (across < 0 || down < 0 || across >= columns || column >= width || row >= height) return null;
  if (units !== null) {
    const index = row * width + column;
    return down === 0 && index < units ? [index] : null;
  }
  const tile = down * columns + across;
  if (tile >= lead + shown) return null;
  return [row, column, Math.max(0, tile - lead)];
}

/** The place in space of a point of a board, given in cells. */
export const pointOn = ({ corner, side }: Board, x: number, y: number): Vector3 =>
  add(corner, add(scaled(ACROSS, x * side), scaled(DOWN, y * side)));

/** The middle of a patch in space. */
export const middleOf = (board: Board, { x, y, width, height }: Patch): Vector3 =>
  pointOn(board, x + width / 2, y + height / 2);

/** The four corners of a patch in space, clockwise from the upper left. */
export const cornersOf = (board: Board, { x, y, width, height }: Patch): readonly Vector3[] => [
  pointOn(board, x, y),
  pointOn(board, x + width, y),
  pointOn(board, x + width, y + height),
  pointOn(board, x, y + height),
];

/** The whole board as a patch of itself. */
export const wholeOf = ({ size }: Board): Patch => ({ x: 0, y: 0, ...size });
