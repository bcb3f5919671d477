import sharp from 'sharp';
import type { DecodeImage } from '@/lib/data/sets/plan';

/** Decodes image files in Node, upright and in sRGB, as a browser does; of an animation the first frame. */
export const decodeSharp: DecodeImage = async (bytes) => {
  const { data, info } = await sharp(bytes)
    .autoOrient()
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
};
