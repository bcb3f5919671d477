import type { ColourRange } from '@/lib/format/colour-maps';
import { type Cell, isMap, type MapShape, type Tensor } from '@/lib/tensor/tensor';
import { colourOf, pixelsOf } from './paint';
import type { Place } from './walk';

/** The layout of maps side by side: the selected channels, row by row, with a transparent gap between. */
export interface MosaicLayout {
  readonly channels: readonly number[];
  readonly columns: number;
  /** Transparent pixels between maps. */
  readonly gap: number;
}

/** Height and width in pixels of a mosaic of height x width maps. */
export function mosaicSize(height: number, width: number, { channels, columns, gap }: MosaicLayout) {
  const rows = Math.ceil(channels.length / columns);
  return { height: rows * (height + gap) - gap, width: columns * (width + gap) - gap };
}

/** The value drawn at a pixel of a mosaic; null in the gaps and where there is no map. */
export function mosaicCell(
  [height, width]: MapShape,
  { channels, columns, gap }: MosaicLayout,
  { row, column }: Place,
): Cell | null {
  const [down, across] = [Math.floor(row / (height + gap)), Math.floor(column / (width + gap))];
  const channel = channels[down * columns + across];
  const [inRow, inColumn] = [row % (height + gap), column % (width + gap)];
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
  const image = over ?? new ImageData(all.width, all.height);
  const pixels = pixelsOf(image);
  const colour = colourOf(range);
  layout.channels.forEach((channel, n) => {
    const top = Math.floor(n / layout.columns) * (height + layout.gap);
    const left = (n % layout.columns) * (width + layout.gap);
    for (let row = 0; row < height; row++) {
      const line = (top + row) * all.width + left;
      for (let column = 0; column < width; column++) {
        pixels[line + column] = colour(tensor.values[(row * width + column) * depth + channel]);
      }
    }
  });
  return image;
}
