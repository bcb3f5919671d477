import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { CLASSES } from '@/lib/course/reference';
import { COURSE } from '@/lib/course/subject';
import { chooseSamples } from '@/lib/data/choose-samples';
import { foreignFormat } from '@/lib/data/foreign-format';
import { readImageHeader } from '@/lib/data/image-formats/image-header';
import { middleSquare, scaleSquare } from '@/lib/data/resample';
import type { Sample } from '@/lib/data/samples';

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

describe('scaling a square', () => {
  const SHAPE = [64, 64, 3] as const;
  const even = (width: number, height: number, colour: readonly number[]) => ({
    width,
    height,
    data: Uint8Array.from({ length: width * height * 4 }, (_, at) => colour[at % 4]),
  });

  it('keeps a 64x64 image unchanged', () => {
    const data = Uint8Array.from({ length: 64 * 64 * 4 }, (_, at) => (at % 4 === 3 ? 255 : (at * 13) & 255));
    const scaled = scaleSquare({ width: 64, height: 64, data }, { x: 0, y: 0, side: 64 }, SHAPE);
    expect([...scaled]).toEqual([...data].filter((_, at) => at % 4 !== 3));
  });

  it('takes the mean of each block when it halves the size', () => {
    const columns = Uint8Array.from({ length: 128 * 128 * 4 }, (_, at) =>
      at % 4 === 3 ? 255 : (at >> 2) % 2 ? 100 : 50,
    );
    const scaled = scaleSquare({ width: 128, height: 128, data: columns }, { x: 0, y: 0, side: 128 }, SHAPE);
    expect(new Set(scaled)).toEqual(new Set([75]));
  });

  it('keeps a uniform colour uniform, whatever the size and the square', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 200 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (width, height, part) => {
          const { x, y, side } = middleSquare({ width, height });
          const square = {
            x: x + (side * (1 - part)) / 2,
            y: y + (side * (1 - part)) / 2,
            side: side * part,
          };
          const scaled = scaleSquare(even(width, height, [9, 130, 255, 255]), square, SHAPE);
          expect(new Set([scaled[0], scaled[12287 - 2]])).toEqual(new Set([9]));
          expect([...scaled].every((value, at) => value === [9, 130, 255][at % 3])).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('gives luma for one channel, and opaque colour and opacity for four', () => {
    const square = { x: 0, y: 0, side: 10 };
    expect(new Set(scaleSquare(even(10, 10, [200, 100, 50, 255]), square, [28, 28, 1]))).toEqual(
      new Set([Math.round(0.299 * 200 + 0.587 * 100 + 0.114 * 50)]),
    );
    const half = scaleSquare(even(10, 10, [200, 100, 50, 128]), square, [3, 3, 4]);
    expect([...half.subarray(0, 4)]).toEqual([200, 100, 50, 128]);
    expect([...scaleSquare(even(10, 10, [200, 100, 50, 0]), square, [1, 1, 4])]).toEqual([0, 0, 0, 0]);
    expect(() => scaleSquare(even(10, 10, [0, 0, 0, 255]), square, [8, 8, 2])).toThrow(RangeError);
  });

  it('takes the middle rows for a shape wider than high, and distorts nothing', () => {
    // Four rows with one tone each.
    const rows = { width: 4, height: 4, data: Uint8Array.from({ length: 64 }, (_, at) => (at >> 4) * 60) };
    rows.data.forEach((_, at) => {
      if (at % 4 === 3) rows.data[at] = 255;
    });
    expect([...scaleSquare(rows, { x: 0, y: 0, side: 4 }, [2, 4, 1])]).toEqual([
      60, 60, 60, 60, 120, 120, 120, 120,
    ]);
  });

  it('shows transparent parts on white', () => {
    expect(
      [...scaleSquare(even(10, 10, [0, 0, 0, 0]), { x: 0, y: 0, side: 10 }, SHAPE)].every((n) => n === 255),
    ).toBe(true);
    expect(scaleSquare(even(10, 10, [0, 0, 0, 51]), { x: 0, y: 0, side: 10 }, SHAPE)[0]).toBe(204);
  });
});

describe('the samples of a visit', () => {
  const all: Sample[] = CLASSES.flatMap((label) =>
    [1, 2, 3, 4, 5].map((n) => ({ id: `${label}-${n}`, label, artist: 'someone', heldOut: n > 3 })),
  );
  const ids = (seed: number, wanted?: string) =>
    chooseSamples(all, COURSE.dataSet, seed, wanted).map(({ id }) => id);

  it('are two of each class, one by a known artist and one by the held-out one, and always include the default', () => {
    for (const seed of [0, 0.1, 0.5, 0.999]) {
      const chosen = chooseSamples(all, COURSE.dataSet, seed);
      expect(chosen.map(({ label }) => label)).toEqual([...CLASSES, ...CLASSES]);
      expect(chosen.map(({ heldOut }) => heldOut)).toEqual([
        ...Array(10).fill(false),
        ...Array(10).fill(true),
      ]);
      expect(chosen.some(({ id }) => id === COURSE.dataSet.first.id)).toBe(true);
    }
  });

  it('are the same for the same seed and differ for another', () => {
    expect(ids(0.3)).toEqual(ids(0.3));
    expect(ids(0.3)).not.toEqual(ids(0.7));
  });

  it('include the one that was asked for', () => {
    for (const { id } of all) expect(ids(0.2, id)).toContain(id);
    expect(ids(0.2, 'cat-2')).toContain(COURSE.dataSet.first.id);
  });

  it('are of every label for a network whose classes are none of theirs', () => {
    const chosen = chooseSamples(all, { ...COURSE.dataSet, classes: ['pizza', 'koala'] }, 0.2);
    expect(new Set(chosen.map(({ label }) => label))).toEqual(new Set(CLASSES));
  });
});
