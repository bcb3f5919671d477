import type { ColourRange } from '@/lib/format/colour-maps';
import { type Cell, isMap, type MapShape, type Tensor } from '@/lib/tensor/tensor';
import { coloursOf, noteColours, paintPlane, pixelsOf } from './paint';
import type { Place } from './walk';

/** The layout of maps side by side: the selected channels, row by row, with a transparent gap between. */
export interface MosaicLayout {
  readonly channels: readonly number[];
  readonly columns: number;
  /** Transparent pixels between maps. */
  readonly gap: number;
  /** Rows of maps that belong together, and the pixels between two such blocks besides the gap. */
  readonly blocks?: { readonly rows: number; readonly apart: number };
}

/** How many rows of maps there are, how many form a block, and how far apart blocks stand. */
function rowsOf({ channels, columns, blocks }: MosaicLayout) {
  const rows = Math.max(1, Math.ceil(channels.length / columns));
  return { rows, together: blocks?.rows ?? rows, apart: blocks?.apart ?? 0 };
}

/** Height and width in pixels of a mosaic of height x width maps. */
export function mosaicSize(height: number, width: number, layout: MosaicLayout) {
  const { columns, gap } = layout;
  const { rows, together, apart } = rowsOf(layout);
  const between = (Math.ceil(rows / together) - 1) * apart;
  return { height: rows * (height + gap) - gap + between, width: columns * (width + gap) - gap };
}

/** The value drawn at a pixel of a mosaic; null in the gaps and where there is no map. */
export function mosaicCell(
  [height, width]: MapShape,
  layout: MosaicLayout,
  { row, column }: Place,
): Cell | null {
  const { channels, columns, gap } = layout;
  const { together, apart } = rowsOf(layout);
  const block = Math.floor(row / (together * (height + gap) + apart));
  const inBlock = row - block * (together * (height + gap) + apart);
  const [down, across] = [Math.floor(inBlock / (height + gap)), Math.floor(column / (width + gap))];
  if (down >= together) return null;
  const channel = channels[(block * together + down) * columns + across];
  const [inRow, inColumn] = [inBlock % (height + gap), column % (width + gap)];
  return channel === undefined || inRow >= height || inColumn >= width ? null : [inRow, inColumn, channel];
}

/**
 * Several channels of one map tensor in one image, one pixel per value, all in the same colour range. `over`:
 * an image of the same size and layout to paint into.
 */
export function mosaicImage(
  tensor: Tensor,
  layout: MosaicLayout,
  range: ColourRange,
  over?: ImageData,
): ImageData {
  if (!isMap(tensor.shape)) throw new Error('a mosaic needs maps');
  const [height, width, depth] = tensor.shape;
  const all = mosaicSize(height, width, layout);
  const { together, apart } = rowsOf(layout);
  const image = over ?? new ImageData(all.width, all.height);
  const pixels = pixelsOf(image);
  const colours = coloursOf(range);
  layout.channels.forEach((channel, n) => {
    const down = Math.floor(n / layout.columns);
    const top = down * (height + layout.gap) + Math.floor(down / together) * apart;
    const left = (n % layout.columns) * (width + layout.gap);
    const room = { pixels, at: top * all.width + left, apart: all.width };
    paintPlane(room, { values: tensor.values, first: channel, step: depth, height, width }, colours);
  });
  noteColours(image, range.kind === 'diverging');
  return image;
}
