import sharp from 'sharp';

/** A file as a learner would pick it. */
export interface PickedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const GREEN = { r: 40, g: 160, b: 70 };

const png = (name: string, buffer: Buffer): PickedFile => ({ name, mimeType: 'image/png', buffer });

/** A uniform image of some size. */
export async function plainPng(name: string, width: number, height: number): Promise<PickedFile> {
  const image = sharp({ create: { width, height, channels: 3, background: GREEN }, limitInputPixels: false });
  return png(name, await image.png({ palette: true }).toBuffer());
}

/** A green image with a transparent left half. */
export async function transparentPng(name: string): Promise<PickedFile> {
  const side = 80;
  const bytes = Uint8Array.from({ length: side * side * 4 }, (_, at) => {
    const column = Math.floor(at / 4) % side;
    return [GREEN.r, GREEN.g, GREEN.b, column < side / 2 ? 0 : 255][at % 4];
  });
  return png(
    name,
    await sharp(bytes, { raw: { width: side, height: side, channels: 4 } })
      .png()
      .toBuffer(),
  );
}

/** Two frames: the first green, the second black. */
export async function animatedGif(name: string): Promise<PickedFile> {
  const side = 70;
  const bytes = Uint8Array.from({ length: 2 * side * side * 3 }, (_, at) =>
    at < side * side * 3 ? [GREEN.r, GREEN.g, GREEN.b][at % 3] : 0,
  );
  const frames = sharp(bytes, { raw: { width: side, height: 2 * side, channels: 3, pageHeight: side } });
  return { name, mimeType: 'image/gif', buffer: await frames.gif({ delay: [100, 100] }).toBuffer() };
}

/** Text with the file name of an image. */
export const noImage = (name: string): PickedFile =>
  png(name, Buffer.from('This is a letter, not an image.'));
