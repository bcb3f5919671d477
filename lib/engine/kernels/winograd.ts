/**
 * 3x3 convolutions with a stride of 1 in Winograd's form (Lavin and Gray 2015; the functions' text is in
 * scripts/make/kernels/winograd.ts): 2x2 values of the output at a time, with 16 products for each pair of channels instead of
 * 36. The sums are the same but for rounding, and none of their products is one of the convolution as it is written. So a
 * single image, which is what is looked at and explained, goes through the convolution as written.
 */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { backend_util, TensorInfo } from '@tensorflow/tfjs-core';
import { largestTarget, wholeTarget } from './pooling/target';
import { APART } from './simd/shared';
import { nanosecondsOf, type Simd, simdOf } from './simd/simd';
import { free, valuesOf } from './wasm-kernel';
import { MATRICES, transformed, transformedBack } from './winograd-filter';

const FLOAT_BYTES = 4;
/** Values of a side of the kernel. */
const KERNEL = 3;
/** Output channels that are computed together. */
const CHANNELS = 8;
/** With fewer channels, transforming takes longer than multiplying. */
const FEWEST = 16;
/** With fewer tiles in the batch, transforming the filter takes longer than what they save. */
const FEWEST_TILES = 200;
/** Tiles that are taken together, about: they stay in the processor's cache, and fill the registers of a product. */
const TILES = 36;
/** Parts of a batch that are added up apart. A number of its own, not that of the threads: the sums' bits depend on it. */
const PARTS = 8;

/** What follows the sums of products, while they are in the processor's registers. */
export interface Then {
  /** [channels out] */
  readonly bias?: TensorInfo | undefined;
  readonly relu?: boolean | undefined;
  /** The max pooling that is all that looks at the outputs: an image at a time goes through both. */
  readonly pool?: backend_util.Conv2DInfo | undefined;
}

/** Whether the form applies: several images, undilated 3x3 kernels that move by 1, and enough channels and tiles. */
export const hasTiles = (info: backend_util.Conv2DInfo): boolean =>
  info.batchSize > 1 &&
  info.filterHeight === KERNEL &&
  info.filterWidth === KERNEL &&
  info.strideHeight === 1 &&
  info.strideWidth === 1 &&
  info.dilationHeight === 1 &&
  info.dilationWidth === 1 &&
  info.inChannels % (CHANNELS / 2) === 0 &&
  info.outChannels % CHANNELS === 0 &&
  Math.min(info.inChannels, info.outChannels) >= FEWEST &&
  info.batchSize * Math.ceil(info.outHeight / 2) * Math.ceil(info.outWidth / 2) >= FEWEST_TILES;

/** How the tiles of an image are taken, or of several small ones, at most `most`; and what they need. */
function layOut(
  { outHeight, outWidth, inChannels, outChannels }: backend_util.Conv2DInfo,
  simd: Simd,
  most: number,
) {
  const [down, across] = [outHeight, outWidth].map((values) => Math.ceil(values / 2));
  const together = Math.min(down, Math.max(1, Math.round(TILES / across)));
  const images = together < down ? 1 : Math.min(most, Math.max(1, Math.floor(TILES / (down * across))));
  const matrix = (channels: number) => images * together * across * channels * FLOAT_BYTES + APART;
  const roomSize = inChannels * FLOAT_BYTES + MATRICES * (matrix(inChannels) + matrix(outChannels));
  return {
    units: Math.ceil(down / together),
    together,
    images,
    roomSize,
    room: [simd.threads, roomSize / FLOAT_BYTES],
  };
}

/** A convolution that {@link hasTiles}, of images by a filter, as `convolve` does it. Null where the browser has no SIMD. */
export function convolveTiles(
  backend: BackendWasm,
  x: TensorInfo,
  filter: TensorInfo,
  info: backend_util.Conv2DInfo,
  { bias, relu = false, pool }: Then = {},
): TensorInfo | null {
  const simd = simdOf(backend);
  if (!simd) return null;
  const { units, together, images, roomSize, room } = layOut(info, simd, info.batchSize);
  const target = pool ? largestTarget(backend, simd, pool, images) : wholeTarget(backend, info);
  if (!target) return null;
  const matrices = transformed(backend, simd, filter);
  const between = backend.makeOutput(room, 'float32');
  const [from, weights, betweenAt] = [x, matrices, between].map(({ dataId }) =>
    backend.getMemoryOffset(dataId),
  );
  const { at, pooling } = target;
  simd.share(
    pooling ? 'largestOfTiles' : 'convolveTiles',
    Math.ceil(info.batchSize / images) * (pooling ? 1 : units),
    [
      units,
      images,
      info.batchSize,
      together,
      from,
      ...inputOf(info),
      weights,
      at,
      info.outChannels * FLOAT_BYTES,
      info.outHeight,
      info.outWidth,
      bias ? backend.getMemoryOffset(bias.dataId) : 0,
      Number(relu),
      betweenAt,
      roomSize,
      ...(pooling ?? []),
    ],
    nanosecondsOf.multiplyAdds(multiplyAddsOf(info)),
  );
  free(backend, matrices, between);
  return target.output();
}

/** An image of the input as both functions are given it: the bytes of a place's channels, lines, columns, and zeros around. */
const inputOf = ({ inChannels, inHeight, inWidth, padInfo }: backend_util.Conv2DInfo) =>
  [inChannels * FLOAT_BYTES, inHeight, inWidth, padInfo.top, padInfo.left] as const;

/** Those of the tiles, without what transforming takes. */
const multiplyAddsOf = ({
  batchSize,
  outHeight,
  outWidth,
  inChannels,
  outChannels,
}: backend_util.Conv2DInfo) => (batchSize * outHeight * outWidth * inChannels * outChannels * MATRICES) / 4;

/** The gradient to the filter of a convolution that {@link hasTiles}, as `addUpFilter` does it. Null where there is no SIMD. */
export function addUpTiles(
  backend: BackendWasm,
  x: TensorInfo,
  dy: TensorInfo,
  info: backend_util.Conv2DInfo,
): TensorInfo | null {
  const simd = simdOf(backend);
  if (!simd) return null;
  const images = Math.ceil(info.batchSize / PARTS);
  const { together, images: atOnce, roomSize, room } = layOut(info, simd, images);
  const parts = Math.ceil(info.batchSize / images);
  const matrices = MATRICES * info.inChannels * info.outChannels;
  const sums = backend.makeOutput([parts, matrices], 'float32');
  const sum = backend.makeOutput([matrices], 'float32');
  const between = backend.makeOutput(room, 'float32');
  const [from, dyAt, sumsAt, sumAt, betweenAt] = [x, dy, sums, sum, between].map(({ dataId }) =>
    backend.getMemoryOffset(dataId),
  );
  simd.share(
    'filterOfTiles',
    parts,
    [
      images,
      info.batchSize,
      together,
      atOnce,
      from,
      ...inputOf(info),
      dyAt,
      info.outChannels * FLOAT_BYTES,
      info.outHeight,
      info.outWidth,
      sumsAt,
      betweenAt,
      roomSize,
    ],
    nanosecondsOf.multiplyAdds(multiplyAddsOf(info)),
  );
  valuesOf(backend, sum).fill(0);
  simd.sumRows(sumsAt, parts, matrices * FLOAT_BYTES, sumAt);
  const gradient = transformedBack(backend, simd, sum, info.filterShape);
  free(backend, sums, sum, between);
  return gradient;
}
