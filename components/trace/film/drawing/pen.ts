/** The tools that all drawings of the film share. Lengths are pixels of the page. */
import type { Box as Cells } from '@/components/canvas/MapOverlay';
import { isSigned } from '@/components/canvas/paint';
import type { Area } from './area';
import type { Grid } from './grids';
import { signedInDark } from './in-dark';

/** The colours and fonts of the page. */
export interface Look {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly accent: string;
  readonly paper: string;
  readonly label: string;
  readonly number: string;
  /** Whether signed values are dark around zero. */
  readonly dark: boolean;
}

export interface Pen extends Look {
  readonly context: CanvasRenderingContext2D;
  readonly area: Area;
  /** Device pixels in one of the page. */
  readonly ratio: number;
  /** The values that are drawn are listed here, for who wants to open them. */
  readonly grids?: Grid[];
}

/** The room of a line of text below a plane. */
export const LINE = 22;
const GAP = 28;
/** From this many device pixels on a cell has a whole number of them. */
const WHOLE_FROM = 4;

/** Images as something that can be drawn scaled, made once for each theme in which they differ. */
const [sources, inDark] = [0, 1].map(() => new WeakMap<ImageData, HTMLCanvasElement>());
function sourceOf(painted: ImageData, dark: boolean): HTMLCanvasElement {
  const turns = dark && isSigned(painted);
  const known = (turns ? inDark : sources).get(painted);
  if (known) return known;
  const image = turns ? signedInDark(painted) : painted;
  const made = document.createElement('canvas');
  made.width = image.width;
  made.height = image.height;
  made.getContext('2d')?.putImageData(image, 0, 0);
  (turns ? inDark : sources).set(painted, made);
  return made;
}

/** The largest area of some cells within another, in its middle, with whole device pixels a cell where they fit. */
export function fitted({ ratio }: Pen, height: number, width: number, { x, y, ...room }: Area): Area {
  const exact = Math.min(room.width / width, room.height / height) * ratio;
  // Where a cell has few pixels, whole ones would leave much of the room empty.
  const side = (exact >= WHOLE_FROM ? Math.floor(exact) : exact) / ratio;
  const size = { width: width * side, height: height * side };
  const snap = (at: number) => Math.round(at * ratio) / ratio;
  return {
    x: snap(x + (room.width - size.width) / 2),
    y: snap(y + (room.height - size.height) / 2),
    ...size,
  };
}

/** Draws an image without smoothing; `from`: only this part of it. */
export function drawPlane(
  { context, dark }: Pen,
  image: ImageData,
  { x, y, width, height }: Area,
  from?: Area,
): void {
  context.imageSmoothingEnabled = false;
  const {
    x: left,
    y: top,
    width: w,
    height: h,
  } = from ?? { x: 0, y: 0, width: image.width, height: image.height };
  context.drawImage(sourceOf(image, dark), left, top, w, h, x, y, width, height);
}

/** Draws the first `count` cells of an image, row by row, and a frame for the others. */
export function drawFirst(pen: Pen, image: ImageData, area: Area, count: number): void {
  const { width, height } = image;
  const rows = Math.floor(count / width);
  const rest = count - rows * width;
  const side = area.width / width;
  frame(pen, area);
  if (rows > 0)
    drawPlane(
      pen,
      image,
      { ...area, height: rows * side },
      { x: 0, y: 0, width, height: Math.min(rows, height) },
    );
  if (rest > 0 && rows < height)
    drawPlane(
      pen,
      image,
      { x: area.x, y: area.y + rows * side, width: rest * side, height: side },
      { x: 0, y: rows, width: rest, height: 1 },
    );
}

/** A hairline around an area. */
export function frame({ context, line }: Pen, { x, y, width, height }: Area): void {
  context.strokeStyle = line;
  context.lineWidth = 1;
  context.strokeRect(x - 0.5, y - 0.5, width + 1, height + 1);
}

/** A single cell. */
export const oneCell = (row: number, column: number): Cells => ({ row, column, height: 1, width: 1 });

/** The area of some cells on a plane with this many columns. */
export function cellsArea(area: Area, columns: number, { row, column, height, width }: Cells): Area {
  const side = area.width / columns;
  return { x: area.x + column * side, y: area.y + row * side, width: width * side, height: height * side };
}

/** Outlines what is followed, in the accent colour; the line is outside of it and never thinner than can be seen. */
export function mark({ context, accent, paper }: Pen, { x, y, width, height }: Area, opacity = 1): void {
  const grow = Math.max(0, (8 - Math.min(width, height)) / 2);
  const box = [x - grow - 1, y - grow - 1, width + 2 * grow + 2, height + 2 * grow + 2] as const;
  context.globalAlpha = opacity;
  context.lineJoin = 'round';
  for (const [colour, thickness] of [
    [paper, 4.5],
    [accent, 2.25],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = thickness;
    context.strokeRect(...box);
  }
  context.globalAlpha = 1;
}

interface TextSettings {
  readonly size?: number;
  readonly colour?: string;
  readonly align?: CanvasTextAlign;
  readonly font?: 'label' | 'number';
  /** Narrower letters where it would be wider, in pixels. */
  readonly most?: number;
}

/** Writes one line, its middle at this height. */
export function write(pen: Pen, text: string, x: number, y: number, settings: TextSettings = {}): void {
  const { size = 14, colour = pen.soft, align = 'center', font = 'label', most } = settings;
  const { context } = pen;
  context.font = `${font === 'number' ? 400 : 500} ${size}px ${pen[font]}`;
  context.textAlign = align;
  context.textBaseline = 'middle';
  context.fillStyle = colour;
  context.fillText(text, x, y, most);
}

/** A line of text below an area. */
export const caption = (pen: Pen, text: string, { x, y, width, height }: Area): void =>
  write(pen, text, x + width / 2, y + height + LINE / 2 + 3, { most: Math.max(width, 160) });

/** Areas beside each other, or below each other where squares are larger then; each with room for a line below. */
export function beside({ area }: Pen, count: number): readonly Area[] {
  const share = (length: number) => (length - GAP * (count - 1)) / count;
  const wide =
    Math.min(share(area.width), area.height - LINE) >= Math.min(area.width, share(area.height) - LINE);
  const length = wide ? area.width : area.height;
  const own = share(length);
  return Array.from({ length: count }, (_, at) => {
    const from = at * (own + GAP);
    const room = wide
      ? { x: area.x + from, y: area.y, width: own, height: area.height }
      : { x: area.x, y: area.y + from, width: area.width, height: own };
    return { ...room, height: room.height - LINE };
  });
}

/** Slow at both ends. */
export const eased = (share: number): number => {
  const at = Math.max(0, Math.min(1, share));
  return at * at * (3 - 2 * at);
};

/** How far a part of the beat is, that lasts from `from` to `to` of it. */
export const partOf = (progress: number, from: number, to: number): number =>
  Math.max(0, Math.min(1, (progress - from) / (to - from)));
