import type { BrowserCommand } from 'vitest/node';

/** An image as written by sharp: a quarter each of red, green, blue and yellow. */
export interface WantedImage {
  readonly format: 'jpeg' | 'png' | 'webp' | 'avif' | 'gif';
  readonly width: number;
  readonly height: number;
  /** Numbered as in Exif; AVIF stores it in its own way. */
  readonly orientation?: number;
}

const CORNERS = [
  [220, 20, 20],
  [20, 160, 40],
  [20, 40, 220],
  [230, 210, 20],
];

/** Vitest runs this in Node, where sharp is installed; the page gets the file in base64. */
export const imageFile: BrowserCommand<[WantedImage]> = async (_, { format, width, height, orientation }) => {
  const { default: sharp } = await import('sharp');
  const pixels = Uint8Array.from({ length: width * height * 3 }, (_, at) => {
    const [row, column] = [Math.floor(at / 3 / width), Math.floor(at / 3) % width];
    return CORNERS[(row < height / 2 ? 0 : 2) + (column < width / 2 ? 0 : 1)][at % 3];
  });
  const image = sharp(pixels, { raw: { width, height, channels: 3 } });
  const turned = orientation ? image.withMetadata({ orientation }) : image;
  return (await turned.toFormat(format).toBuffer()).toString('base64');
};

declare module 'vitest/browser' {
  interface BrowserCommands {
    imageFile(wanted: WantedImage): Promise<string>;
  }
}
