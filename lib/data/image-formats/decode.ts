import type { Drawable } from '../drawable';
import type { ImageHeader } from './image-header';

/** Larger images are not decoded: they would take over 256 MB. */
export const MAX_MEGAPIXELS = 64;

/**
 * Decodes an image file, in a page or a worker: of an animation the first frame, to be painted upright.
 * @throws DOMException where this browser can't decode it.
 */
export async function decodeBitmap(
  bytes: Uint8Array<ArrayBuffer>,
  header: ImageHeader | null,
): Promise<Drawable> {
  const { value: orientation } = header?.orientation ?? { value: 1 };
  const source = await createImageBitmap(new Blob([uprighted(bytes, header)]));
  const { width, height } = source;
  return {
    source,
    orientation,
    ...(orientation > 4 ? { width: height, height: width } : { width, height }),
  };
}

/**
 * The file without its orientation where this site applies it, so that no browser applies it a second time.
 */
function uprighted(bytes: Uint8Array<ArrayBuffer>, header: ImageHeader | null): Uint8Array<ArrayBuffer> {
  if (!header?.orientation) return bytes;
  const { at, littleEndian } = header.orientation;
  const upright = bytes.slice();
  new DataView(upright.buffer).setUint16(at, 1, littleEndian);
  return upright;
}
