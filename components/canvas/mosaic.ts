import type { ColourRange } from '@/lib/colour/colour-maps';
import { type Cell, isMap, type MapShape, type Tensor } from '@/lib/tensor/tensor';
import { packedColour, paletteOf, pixelsOf } from './paint';
import type { Place } from './walk';

/** How maps are laid out side by side: the chosen channels, row by row, with a transparent gap between. */
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

/** Several channels of one map tensor in one image, one pixel a value, all in the same colour range. */
export function mosaicImage(tensor: Tensor, layout: MosaicLayout, range: ColourRange): ImageData {
  if (!isMap(tensor.shape)) throw new Error('a mosaic needs maps');
  const [height, width, depth] = tensor.shape;
  const all = mosaicSize(height, width, layout);
  const image = new ImageData(all.width, all.height);
  const pixels = pixelsOf(image);
  const palette = paletteOf(range);
  layout.channels.forEach((channel, n) => {
    const top = Math.floor(n / layout.columns) * (height + layout.gap);
    const left = (n % layout.columns) * (width + layout.gap);
    for (let row = 0; row < height; row++) {
      const line = (top + row) * all.width + left;
      for (let column = 0; column < width; column++) {
        const value = tensor.values[(row * width + column) * depth + channel];
        pixels[line + column] = packedColour(palette, range, value);
      }
    }
  });
  return image;
}

/** The channels of a map, those with the largest sum of values first. */
export function strongestChannels(tensor: Tensor): number[] {
  if (!isMap(tensor.shape)) return [];
  const depth = tensor.shape[2];
  const sums = new Float64Array(depth);
  for (let first = 0; first < tensor.values.length; first += depth)
    for (let channel = 0; channel < depth; channel++) sums[channel] += tensor.values[first + channel];
  return Array.from(sums.keys()).sort((a, b) => sums[b] - sums[a]);
}
