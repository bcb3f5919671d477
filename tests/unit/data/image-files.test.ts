import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { foreignFormat } from '@/lib/data/foreign-format';
import { readImageHeader } from '@/lib/data/image-formats/image-header';

const image = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: { r: 200, g: 80, b: 20, alpha: 0.5 } } });

describe('the image header', () => {
  it.each([
    ['PNG', () => image(70, 33).png()],
    ['JPEG', () => image(70, 33).flatten().jpeg()],
    [
      'JPEG',
      () =>
        image(70, 33)
          .flatten()
          .withExif({ IFD0: { Copyright: 'x'.repeat(9000) } })
          .jpeg({ progressive: true }),
    ],
    ['GIF', () => image(70, 33).gif()],
    ['WebP', () => image(70, 33).webp({ lossless: true })],
    ['WebP', () => image(70, 33).webp({ quality: 80 })],
    ['WebP', () => image(70, 33).flatten().webp({ quality: 80 })],
    ['AVIF', () => image(70, 33).avif()],
  ])('of a %s gives its format and size', async (format, make) => {
    const header = readImageHeader(await make().toBuffer());
    expect(header).toMatchObject({ format, size: { width: 70, height: 33 }, animated: false, whole: true });
    expect(header?.variant).toBeUndefined();
  });

  it.each(['gif', 'webp'] as const)('reports that a %s is animated', async (format) => {
    const frames = Buffer.alloc(8 * 24 * 3)
      .fill(10)
      .fill(200, 0, 8 * 8 * 3);
    const moving = sharp(frames, { raw: { width: 8, height: 24, channels: 3, pageHeight: 8 } });
    const header = readImageHeader(
      await moving.toFormat(format, { loop: 0, delay: [100, 100, 100] }).toBuffer(),
    );
    expect(header).toMatchObject({ size: { width: 8, height: 8 }, animated: true, whole: true });
  });

  it.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)('reports that a %s is cut off', async (format) => {
    const noise = Uint8Array.from({ length: 120 * 90 * 3 }, (_, at) => (at * at * 31) >> 7);
    const whole = await sharp(noise, { raw: { width: 120, height: 90, channels: 3 } })
      .toFormat(format)
      .toBuffer();
    expect(readImageHeader(whole)?.whole).toBe(true);
    // A GIF is complete without its last byte, the trailer: all of its image is there.
    for (const kept of [
      20,
      30,
      whole.length * 0.3,
      whole.length * 0.6,
      whole.length * 0.95,
      whole.length - 2,
    ]) {
      const header = readImageHeader(whole.subarray(0, kept));
      expect({ kept, format: header?.format, whole: header?.whole }).toEqual({
        kept,
        format: readImageHeader(whole)?.format,
        whole: false,
      });
    }
  });

  it('reports that a BMP is cut off, and does not mistake text for one', () => {
    const bytes = new Uint8Array(54 + 8 * 4);
    bytes.set([
      0x42, 0x4d, 86, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, 2, 0, 0, 0, 4, 0, 0, 0, 1, 0, 24,
    ]);
    expect(readImageHeader(bytes)).toMatchObject({
      format: 'BMP',
      size: { width: 2, height: 4 },
      whole: true,
    });
    expect(readImageHeader(bytes.subarray(0, 85))).toMatchObject({ whole: false });
    expect(readImageHeader(new TextEncoder().encode('BM is what this letter begins with'))).toBeNull();
  });

  it('does not mistake the end of a preview within a JPEG for the end of the JPEG', async () => {
    const plain = await image(70, 33).flatten().jpeg().toBuffer();
    const preview = Buffer.from([0xff, 0xe1, 0, 8, 0xff, 0xd8, 1, 2, 0xff, 0xd9]);
    const whole = Buffer.concat([plain.subarray(0, 2), preview, plain.subarray(2)]);
    expect(readImageHeader(whole)).toMatchObject({ whole: true });
    expect(readImageHeader(whole.subarray(0, whole.length - 20))).toMatchObject({ whole: false });
  });

  it('names the kinds of JPEG that browsers do not decode', async () => {
    const file = await image(70, 33).flatten().jpeg().toBuffer();
    const frame = file.indexOf(Buffer.from([0xff, 0xc0]));
    const variant = (at: number, value: number) => {
      const changed = Uint8Array.from(file);
      changed[frame + at] = value;
      return readImageHeader(changed)?.variant;
    };
    expect(variant(4, 12)).toBe('deep');
    expect(variant(1, 0xc9)).toBe('arithmetic');
    expect(variant(1, 0xc3)).toBe('lossless');
    expect(variant(1, 0xf7)).toBe('lossless');
    expect(variant(1, 0xc2)).toBeUndefined();
  });

  it('finds the orientation of a WebP, wherever it is stored', async () => {
    const turned = await image(70, 33).withMetadata({ orientation: 6 }).webp().toBuffer();
    const found = readImageHeader(turned)?.orientation;
    expect(found?.value).toBe(6);
    const broken = Buffer.from(turned);
    broken.fill(0xff, turned.indexOf('EXIF') + 14, turned.indexOf('EXIF') + 24);
    expect(readImageHeader(broken)).toMatchObject({ whole: true, orientation: null });
    expect(readImageHeader(await image(70, 33).webp().toBuffer())?.orientation).toBeNull();
  });

  it('is null for anything but an image, and never throws', () => {
    expect(readImageHeader(new TextEncoder().encode('%PDF-1.7 and so on'))).toBeNull();
    fc.assert(
      fc.property(
        fc.constantFrom('\x89PNG', '\xff\xd8\xff', 'GIF89a', 'RIFF1234WEBPVP8X', '1234ftypheic', 'BM', ''),
        fc.uint8Array({ maxLength: 80 }),
        (start, rest) => {
          readImageHeader(Uint8Array.from([...Buffer.from(start, 'latin1'), ...rest]));
        },
      ),
    );
  });
});

describe('a file of an unsupported format is named', () => {
  const start = (...parts: readonly (string | number)[]) =>
    Uint8Array.from(
      [...parts.map((part) => (typeof part === 'number' ? String.fromCharCode(part) : part)).join('')].map(
        (character) => character.charCodeAt(0),
      ),
    );
  const padded = (bytes: Uint8Array) => Uint8Array.from([...bytes, ...Array(5000).fill(0)]);
  const JP2 = start(0, 0, 0, 12, 'jP  \r\n', 0x87, '\n', 0, 0, 0, 20, 'ftypjp2 ', 0, 0, 0, 0, 'jp2 ');

  it.each([
    ['TIFF', () => image(20, 20).tiff().toBuffer()],
    ['JPEG XL', () => padded(start(0xff, 0x0a))],
    ['JPEG 2000', () => padded(JP2)],
    ['raw data (CR2)', () => padded(start('II*', 0, 16, 0, 0, 0, 'CR', 2, 0))],
    ['Photoshop', () => padded(start('8BPS', 0, 1))],
    ['format PDF', () => padded(start('%PDF-1.7\n'))],
  ])('%s', async (format, make) => {
    const { sentence } = await foreignFormat(await make(), 'scan.bin');
    expect(sentence).toContain('“scan.bin”');
    expect(sentence).toContain(format);
  });

  it('as “not an image” where nothing identifies it', async () => {
    const { sentence } = await foreignFormat(new TextEncoder().encode('Dear diary'), 'diary.txt');
    expect(sentence).toContain('“diary.txt” is not an image');
  });
});
