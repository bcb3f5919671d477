/** JPEG files without anything special, decoded by the browser's WebCodecs: several times as fast as as bitmaps. */

import { released } from '../../archives/released';
import type { ImageHeader } from '../../image-formats/image-header';
import { fromPlanes, NARROWEST, type Plane, type Sampling } from '../../image-formats/jpeg-planes';
import type { Rgba } from '../../resample';

/** By the format of a frame: how its chroma is sampled. */
const SAMPLINGS: Readonly<Record<string, Sampling>> = { I420: [2, 2], I422: [2, 1], I444: [1, 1] };
/** Larger images are few, and are decoded as bitmaps. */
const MOST_PIXELS = 1 << 20;
const TABLES = 0xdb;
const HUFFMAN = 0xc4;
const RESTARTS = 0xdd;
const COMMENT = 0xfe;
const JFIF = 0xe0;
const BASELINE = 0xc0;
const PROGRESSIVE = 0xc2;
const START_OF_SCAN = 0xda;
const PLAIN = [TABLES, HUFFMAN, RESTARTS, COMMENT, JFIF, BASELINE, PROGRESSIVE];

/** Whether a JPEG has nothing that changes how it is shown: no orientation, no colour profile, no other colours. */
function isPlain(bytes: Uint8Array): boolean {
  for (
    let at = 2;
    at + 9 < bytes.length && bytes[at] === 0xff;
    at += 2 + ((bytes[at + 2] << 8) | bytes[at + 3])
  ) {
    const marker = bytes[at + 1];
    if (marker === START_OF_SCAN) return true;
    if (!PLAIN.includes(marker)) return false;
    if ((marker === BASELINE || marker === PROGRESSIVE) && bytes[at + 9] !== 3) return false;
  }
  return false;
}

/** The pixels of a JPEG file, the same as those of its bitmap; null where it, or this browser, needs the bitmap. */
export async function decodeJpeg(
  bytes: Uint8Array<ArrayBuffer>,
  header: ImageHeader | null,
): Promise<Rgba | null> {
  if (typeof ImageDecoder === 'undefined' || header?.format !== 'JPEG' || !header.size) return null;
  const { width, height } = header.size;
  if (width < NARROWEST || width * height > MOST_PIXELS || !isPlain(bytes)) return null;
  const decoder = new ImageDecoder({ data: bytes, type: 'image/jpeg' });
  try {
    const { image } = await decoder.decode();
    try {
      const sampling = SAMPLINGS[image.format ?? ''];
      const { width: across, height: down } = image.visibleRect ?? { width: 0, height: 0 };
      if (!sampling || across !== width || down !== height) return null;
      const copied = new Uint8Array(image.allocationSize());
      const layout = await image.copyTo(copied);
      const [luma, blue, red] = layout.map(
        ({ offset, stride }): Plane => ({ bytes: copied, offset, stride }),
      );
      const pixels = fromPlanes([luma, blue, red], { width, height }, sampling);
      released(copied);
      return pixels;
    } finally {
      image.close();
    }
  } finally {
    decoder.close();
  }
}
