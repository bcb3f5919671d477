import { mosaicImage } from '@/components/canvas/mosaic';
import { foldedImage, rgbImage, stackImage } from '@/components/canvas/paint';
import { rangeOf } from '@/lib/format/colour-maps';
import type { Stage } from '@/lib/network/pipeline';
import { oncePerObject } from '@/lib/once';
import { strongestChannels } from '@/lib/tensor/channels';
import { isMap, type Tensor } from '@/lib/tensor/tensor';
import { coloursOf } from './source';

/** A vector as a block that is as square as possible. */
const blockImage = ({ values }: Tensor): ImageData =>
  foldedImage(values, Math.ceil(Math.sqrt(values.length)), rangeOf(values));

/** The maps with the largest sums, two by two, in one colour range. */
function mapsImage(tensor: Tensor): ImageData {
  const channels = strongestChannels(tensor).slice(0, 4);
  return mosaicImage(tensor, { channels, columns: 2, gap: 2 }, rangeOf(tensor.values));
}

function draw(tensor: Tensor, { number, brightness }: Stage): ImageData {
  if (!isMap(tensor.shape)) return blockImage(tensor);
  const [height, width, depth] = tensor.shape;
  if (brightness === null || !coloursOf(depth)) return mapsImage(tensor);
  return number === 1
    ? rgbImage(tensor.values, height, width, brightness)
    : stackImage(tensor.values, height, width, rangeOf(tensor.values));
}

const drawn = oncePerObject(draw);

/**
 * A stage's real values as one small image: the image, its planes, the strongest maps or the folded vector.
 * Made once per tensor, because a page shows the same one in several places.
 */
export const thumbnailImage = (stage: Stage, tensor: Tensor): ImageData => drawn(tensor, stage);
