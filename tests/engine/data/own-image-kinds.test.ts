import { afterEach, describe, expect, test, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { closeImage, cutImage, type OpenedImage, openImage } from '@/lib/data/opened-image';
import { seenAs } from '@/lib/data/own-image';
import type { Square } from '@/lib/data/resample';
import type { WantedImage } from '../support/image-command';

const SHAPE = [64, 64, 3] as const;
/** What a network that takes 64 x 64 x 3 sees of a square. */
const seenIn = (opening: OpenedImage, square: Square) => seenAs(cutImage(opening, square), SHAPE);

const bytesFrom = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
const fileOf = async (wanted: WantedImage) => bytesFrom(await commands.imageFile(wanted));

async function opened(bytes: BlobPart, name = 'image'): Promise<OpenedImage> {
  const read = await openImage(new Blob([bytes]), name, SHAPE);
  if (!read.ok) throw new Error(`${read.problem.sentence} (${read.problem.detail})`);
  return read.value;
}

async function sentenceFor(bytes: BlobPart, name: string): Promise<string> {
  const read = await openImage(new Blob([bytes]), name, SHAPE);
  return read.ok ? 'read' : read.problem.sentence;
}

const COLOURS = ['red', 'green', 'blue', 'yellow'] as const;
/** The colour of a pixel by its name, whatever a lossy format turned it into. */
const nameOf = ([red, green, blue]: Uint8Array | Uint8ClampedArray): string =>
  red > 200 && green > 180 ? 'yellow' : COLOURS[[red, green, blue].indexOf(Math.max(red, green, blue))];

/** The colours of the four corners: upper left, upper right, lower left, lower right. */
function cornersOf({ data, width, height }: ImageData): string[] {
  const at = (row: number, column: number) => nameOf(data.subarray((row * width + column) * 4));
  return [at(3, 3), at(3, width - 4), at(height - 4, 3), at(height - 4, width - 4)];
}

/** What the page itself shows of a file. */
async function shownByBrowser(bytes: Uint8Array<ArrayBuffer>): Promise<ImageData> {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([bytes]));
  await image.decode();
  const context = new OffscreenCanvas(image.naturalWidth, image.naturalHeight).getContext('2d');
  context?.drawImage(image, 0, 0);
  return context?.getImageData(0, 0, image.naturalWidth, image.naturalHeight) ?? new ImageData(1, 1);
}

/** Stored: red, green; blue, yellow. Where each corner is, upright, for each Exif orientation. */
const UPRIGHT: Readonly<Record<number, readonly string[]>> = {
  1: ['red', 'green', 'blue', 'yellow'],
  2: ['green', 'red', 'yellow', 'blue'],
  3: ['yellow', 'blue', 'green', 'red'],
  4: ['blue', 'yellow', 'red', 'green'],
  5: ['red', 'blue', 'green', 'yellow'],
  6: ['blue', 'red', 'yellow', 'green'],
  7: ['yellow', 'green', 'blue', 'red'],
  8: ['green', 'yellow', 'red', 'blue'],
};

describe('an image taken with the camera turned is upright', () => {
  const cases = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((orientation) =>
    (['jpeg', 'png', 'avif', 'webp'] as const).map((format) => ({ format, orientation })),
  );
  test.each(cases)('$format, orientation $orientation', async ({ format, orientation }) => {
    const bytes = await fileOf({ format, width: 96, height: 64, orientation });
    const { image, original, notes } = await opened(bytes);
    const turned = orientation > 4;
    expect([original.width, original.height]).toEqual(turned ? [64, 96] : [96, 64]);
    expect(cornersOf(image)).toEqual(UPRIGHT[orientation]);
    expect(notes).toEqual([]);
    // Chromium does not follow the orientation of a WebP; where it follows one, both are the same.
    if (format !== 'webp') expect(cornersOf(await shownByBrowser(bytes))).toEqual(UPRIGHT[orientation]);
  });

  test('and so is the square cut out of it', async () => {
    const opening = await opened(await fileOf({ format: 'webp', width: 96, height: 64, orientation: 6 }));
    const { pixels } = seenIn(opening, { x: 0, y: 32, side: 64 });
    expect([0, 63, 63 * 64].map((at) => nameOf(pixels.subarray(at * 3)))).toEqual(['blue', 'red', 'yellow']);
  });
});

describe('a file that is cut off is refused with the same sentence, whatever the browser shows of it', () => {
  test.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)('%s', async (format) => {
    const bytes = await fileOf({ format, width: 96, height: 64 });
    for (const part of [0.3, 0.6, 0.95]) {
      const sentence = await sentenceFor(bytes.slice(0, bytes.length * part), 'photo');
      expect(sentence).toMatch(
        /^“photo” is cut off: the end of this (JPEG|PNG|WebP|AVIF|GIF) image is missing\./,
      );
    }
  });

  test('a JPEG of a kind that browsers cannot decode is named as such, not as damaged', async () => {
    const bytes = await fileOf({ format: 'jpeg', width: 96, height: 64 });
    const frame = bytes.findIndex((value, at) => value === 0xff && bytes[at + 1] === 0xc0);
    bytes[frame + 4] = 12;
    const sentence = await sentenceFor(bytes, 'scan.jpg');
    expect(sentence).toContain(
      '“scan.jpg” is a kind of JPEG that this browser cannot read (more than 8 bits',
    );
  });

  test('a complete file with wrong content is damaged', async () => {
    const bytes = await fileOf({ format: 'png', width: 96, height: 64 });
    bytes.fill(0, 60, 90);
    expect(await sentenceFor(bytes, 'photo.png')).toContain(
      '“photo.png” is damaged: it begins as a PNG image',
    );
  });

  test('a file that cannot even be read gets a sentence', async () => {
    const folder = new File([], 'holidays');
    vi.spyOn(folder, 'arrayBuffer').mockRejectedValue(new DOMException('A folder.', 'NotReadableError'));
    const read = await openImage(folder, folder.name, SHAPE);
    expect(read.ok ? '' : read.problem.sentence).toContain('“holidays” could not be read: it is a folder');
  });
});

describe('a very long image', () => {
  const SIDE = 320;
  const CELLS = 64;

  test('has its square read at its own resolution', async () => {
    const canvas = new OffscreenCanvas(SIDE, 20 * SIDE);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    // A chessboard with as many cells as the network sees pixels, near the end.
    const top = 18 * SIDE;
    const cell = SIDE / CELLS;
    for (let at = 0; at < CELLS * CELLS; at++) {
      const [row, column] = [Math.floor(at / CELLS), at % CELLS];
      context.fillStyle = (row + column) % 2 ? 'rgb(250 10 10)' : 'rgb(10 10 250)';
      context.fillRect(column * cell, top + row * cell, cell, cell);
    }
    const opening = await opened(await canvas.convertToBlob({ type: 'image/png' }), 'page.png');
    const { pixels } = seenIn(opening, { x: 0, y: top, side: SIDE });
    for (let at = 0; at < CELLS * CELLS; at++) {
      const odd = (Math.floor(at / CELLS) + at) % 2;
      expect([...pixels.subarray(at * 3, at * 3 + 3)]).toEqual(odd ? [250, 10, 10] : [10, 10, 250]);
    }
    closeImage(opening);
  });

  test('is displayed wide enough to choose a square in it', async () => {
    const canvas = new OffscreenCanvas(1080, 12_000);
    canvas.getContext('2d')?.fillRect(0, 0, 1080, 12_000);
    const { image, original } = await opened(await canvas.convertToBlob({ type: 'image/jpeg' }), 'page.jpg');
    expect([original.width, original.height]).toEqual([1080, 12_000]);
    expect([image.width, image.height]).toEqual([256, 2844]);
  });
});

describe('a drawing (SVG)', () => {
  const svg = (attributes: string, inside = '<rect width="100%" height="100%" fill="#0a6"/>') =>
    `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`;
  afterEach(() => vi.restoreAllMocks());

  const HTML = `<rect width="200" height="100" fill="#0a0"/><foreignObject x="100" y="0" width="100" height="100">
    <div xmlns="http://www.w3.org/1999/xhtml" style="background:#00f;height:100px">Hi</div></foreignObject>`;

  test('with HTML in it, as diagram tools write it, is shown with its HTML', async () => {
    const opening = await opened(svg('width="200" height="100"', HTML), 'diagram.svg');
    const colourAt = (x: number) => {
      const { width, height } = opening.original;
      const { pixels } = seenIn(opening, { x: x * width, y: 0.8 * height, side: 1 });
      return [...pixels.subarray(0, 3)];
    };
    expect([colourAt(0.25), colourAt(0.9)]).toEqual([
      [0, 170, 0],
      [0, 0, 255],
    ]);
  });

  test('that the browser lets no page read gets a sentence', async () => {
    vi.spyOn(OffscreenCanvas.prototype, 'getContext').mockImplementationOnce(() => {
      throw new DOMException('The canvas has been tainted.', 'SecurityError');
    });
    expect(await sentenceFor(svg('width="200" height="100"', HTML), 'diagram.svg')).toContain(
      '“diagram.svg” contains HTML (foreignObject), and this browser lets no page read such a drawing.',
    );
  });

  test.each(['width="0" height="0" viewBox="0 0 1 1"', 'viewBox="0 0 0 10"', 'width="0" height="5"'])(
    'without a size (%s) is refused',
    async (attributes) => {
      expect(await sentenceFor(svg(attributes), 'zero.svg')).toContain(
        '“zero.svg” has a width or height of 0',
      );
    },
  );

  test.each([
    ['viewBox="0 0 40 10"', 4],
    ['width="100%" height="100%" viewBox="0 0 10 20"', 0.5],
    ['width="3cm" height="1cm"', 3],
    ['width="50" viewBox="0 0 10 20"', 0.5],
    ['', 2],
  ])('of the size %s keeps its proportions', async (attributes, ratio) => {
    const { original, image } = await opened(svg(attributes), 'drawing.svg');
    expect(original.width / original.height).toBeCloseTo(ratio, 1);
    expect([...image.data.subarray(0, 3)]).toEqual([0, 170, 102]);
  });

  test('is rendered again for the square, however small', async () => {
    const fine =
      '<rect width="1000" height="1000" fill="#fff"/><rect x="500.5" width="1" height="1000" fill="#000"/>';
    const opening = await opened(svg('viewBox="0 0 1000 1000"', fine), 'fine.svg');
    const { pixels } = seenIn(opening, { x: 508, y: 508, side: 8 });
    const row = Array.from({ length: 64 }, (_, column) => pixels[column * 3]);
    expect(row.filter((value) => value < 5).length).toBeGreaterThan(5);
    // An edge takes up one pixel at most.
    expect(row.filter((value) => value >= 5 && value <= 250).length).toBeLessThanOrEqual(2);
  });

  test('in UTF-16 is read, and one that is cut off or only embedded in a page is refused', async () => {
    const text = svg('width="30" height="30"');
    const wide = Uint16Array.from(`\uFEFF${text}`, (character) => character.charCodeAt(0));
    expect(await sentenceFor(wide, 'wide.svg')).toBe('read');
    expect(await sentenceFor(text.slice(0, -9), 'half.svg')).toContain('“half.svg” is damaged');
    expect(
      await sentenceFor(`<html xmlns="http://www.w3.org/1999/xhtml">${text}</html>`, 'page.html'),
    ).toContain('“page.html” is not an image');
  });
});
