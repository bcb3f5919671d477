import { type ColourRange, entryOf, tableOf } from '@/lib/colour/colour-maps';
import { isMap, type Tensor } from '@/lib/tensor/tensor';

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

/** Several channels of one map tensor in one image, one pixel a value, all in the same colour range. */
export function mosaicImage(tensor: Tensor, layout: MosaicLayout, range: ColourRange): ImageData {
  if (!isMap(tensor.shape)) throw new Error('a mosaic needs maps');
  const [height, width, depth] = tensor.shape;
  const all = mosaicSize(height, width, layout);
  const image = new ImageData(all.width, all.height);
  const colours = tableOf(range);
  layout.channels.forEach((channel, n) => {
    const top = Math.floor(n / layout.columns) * (height + layout.gap);
    const left = (n % layout.columns) * (width + layout.gap);
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        const entry = entryOf(range, tensor.values[(row * width + column) * depth + channel]) * 3;
        const at = ((top + row) * all.width + left + column) * 4;
        image.data[at] = colours[entry];
        image.data[at + 1] = colours[entry + 1];
        image.data[at + 2] = colours[entry + 2];
        image.data[at + 3] = 255;
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
  for (let at = 0; at < tensor.values.length; at++) sums[at % depth] += tensor.values[at];
  return Array.from(sums.keys()).sort((a, b) => sums[b] - sums[a]);
}
