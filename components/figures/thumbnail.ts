import { mosaicImage } from '@/components/canvas/mosaic';
import { planeImage, rgbImage } from '@/components/canvas/paint';
import { channelTable, rangeOf } from '@/lib/format/colour-maps';
import type { Stage } from '@/lib/network/pipeline';
import { strongestChannels } from '@/lib/tensor/channels';
import { channelOf, isMap, type Tensor } from '@/lib/tensor/tensor';
import { coloursOf } from './source';

/** The offset of each channel's plane down and right of the one before, as a share of its side. */
const STEP = 0.3;

/** The channels of an image as a fanned stack of planes, the first in front. */
function stackImage(tensor: Tensor, height: number, width: number, depth: number): ImageData {
  const step = Math.round(height * STEP);
  const image = new ImageData(width + step * (depth - 1), height + step * (depth - 1));
  const range = rangeOf(tensor.values);
  for (let channel = depth - 1; channel >= 0; channel--) {
    const plane = planeImage(channelOf(tensor, channel), height, width, range, channelTable(channel, depth));
    for (let row = 0; row < height; row++) {
      const line = plane.data.subarray(row * width * 4, (row + 1) * width * 4);
      image.data.set(line, ((row + channel * step) * image.width + channel * step) * 4);
    }
  }
  return image;
}

/** A vector folded row by row into a block that is as square as possible; the remainder stays transparent. */
function foldedImage({ values }: Tensor): ImageData {
  const side = Math.ceil(Math.sqrt(values.length));
  const rows = Math.ceil(values.length / side);
  const folded = new Float32Array(side * rows).fill(Number.NaN);
  folded.set(values);
  const image = planeImage(folded, rows, side, rangeOf(values));
  for (let at = values.length; at < folded.length; at++) image.data[at * 4 + 3] = 0;
  return image;
}

/** The maps with the largest sums, two by two, in one colour range. */
function mapsImage(tensor: Tensor): ImageData {
  const channels = strongestChannels(tensor).slice(0, 4);
  return mosaicImage(tensor, { channels, columns: 2, gap: 2 }, rangeOf(tensor.values));
}

const known = new WeakMap<Tensor, ImageData>();

/**
 * A stage's real values as one small image: the image, its planes, the strongest maps or the folded vector.
 * Made once per tensor, because a page shows the same one in several places.
 */
export function thumbnailImage(stage: Stage, tensor: Tensor): ImageData {
  const image = known.get(tensor) ?? draw(stage, tensor);
  known.set(tensor, image);
  return image;
}

function draw({ number, brightness }: Stage, tensor: Tensor): ImageData {
  if (!isMap(tensor.shape)) return foldedImage(tensor);
  const [height, width, depth] = tensor.shape;
  if (brightness === null || !coloursOf(depth)) return mapsImage(tensor);
  return number === 1
    ? rgbImage(tensor.values, height, width, brightness)
    : stackImage(tensor, height, width, depth);
}
