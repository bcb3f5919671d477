import { contextOf } from './drawable';
import type { Rgba } from './resample';

/**
 * Pixels as a PNG file, without loss. Page only: it needs a canvas. @throws DOMException where there is none.
 */
export async function encodePng({ width, height, data }: Rgba): Promise<Uint8Array<ArrayBuffer>> {
  const context = contextOf({ width, height });
  context.putImageData(new ImageData(Uint8ClampedArray.from(data), width, height), 0, 0);
  const file = await context.canvas.convertToBlob({ type: 'image/png' });
  return new Uint8Array(await file.arrayBuffer());
}

/** The pixels of a file that {@link encodePng} has made. @throws DOMException where it can't be read. */
export async function decodePng(file: Uint8Array<ArrayBuffer>): Promise<Rgba> {
  const bitmap = await createImageBitmap(new Blob([file], { type: 'image/png' }), {
    colorSpaceConversion: 'none',
  });
  const { width, height } = bitmap;
  const context = contextOf({ width, height });
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return context.getImageData(0, 0, width, height);
}
