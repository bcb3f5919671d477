import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { chooseSamples } from '@/lib/data/choose-samples';
import { readImageHeader } from '@/lib/data/image-header';
import { middleSquare, scaleSquare } from '@/lib/data/resample';
import { DEFAULT_SAMPLE, type Sample } from '@/lib/data/samples';
import { CLASSES } from '@/lib/pipeline/architecture';

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: { r: 200, g: 80, b: 20, alpha: 0.5 } } });

describe('the image header', () => {
  it.each([
    ['PNG', () => picture(70, 33).png()],
    ['JPEG', () => picture(70, 33).flatten().jpeg()],
    [
      'JPEG',
      () =>
        picture(70, 33)
          .flatten()
          .withExif({ IFD0: { Copyright: 'x'.repeat(9000) } })
          .jpeg({ progressive: true }),
    ],
    ['GIF', () => picture(70, 33).gif()],
    ['WebP', () => picture(70, 33).webp({ lossless: true })],
    ['WebP', () => picture(70, 33).webp({ quality: 80 })],
    ['WebP', () => picture(70, 33).flatten().webp({ quality: 80 })],
    ['AVIF', () => picture(70, 33).avif()],
  ])('of a %s tells its format and size', async (format, make) => {
    const header = readImageHeader(await make().toBuffer());
    expect(header).toEqual({ format, size: { width: 70, height: 33 }, animated: false });
  });

  it.each(['gif', 'webp'] as const)('tells that a %s moves', async (format) => {
    const frames = Buffer.alloc(8 * 24 * 3)
      .fill(10)
      .fill(200, 0, 8 * 8 * 3);
    const moving = sharp(frames, { raw: { width: 8, height: 24, channels: 3, pageHeight: 8 } });
    const header = readImageHeader(
      await moving.toFormat(format, { loop: 0, delay: [100, 100, 100] }).toBuffer(),
    );
    expect(header).toMatchObject({ size: { width: 8, height: 8 }, animated: true });
  });

  it('is null for what is no picture, and never throws', () => {
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

describe('scaling to 64x64', () => {
  const even = (width: number, height: number, colour: readonly number[]) => ({
    width,
    height,
    data: Uint8Array.from({ length: width * height * 4 }, (_, at) => colour[at % 4]),
  });

  it('keeps a 64x64 picture as it is', () => {
    const data = Uint8Array.from({ length: 64 * 64 * 4 }, (_, at) => (at % 4 === 3 ? 255 : (at * 13) & 255));
    const scaled = scaleSquare({ width: 64, height: 64, data }, { x: 0, y: 0, side: 64 });
    expect([...scaled]).toEqual([...data].filter((_, at) => at % 4 !== 3));
  });

  it('takes the mean of each block when it halves', () => {
    const columns = Uint8Array.from({ length: 128 * 128 * 4 }, (_, at) =>
      at % 4 === 3 ? 255 : (at >> 2) % 2 ? 100 : 50,
    );
    const scaled = scaleSquare({ width: 128, height: 128, data: columns }, { x: 0, y: 0, side: 128 });
    expect(new Set(scaled)).toEqual(new Set([75]));
  });

  it('keeps an even colour even, whatever the size and the square', () => {
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
          const scaled = scaleSquare(even(width, height, [9, 130, 255, 255]), square);
          expect(new Set([scaled[0], scaled[12287 - 2]])).toEqual(new Set([9]));
          expect([...scaled].every((value, at) => value === [9, 130, 255][at % 3])).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('shows what is see-through on white', () => {
    expect(
      [...scaleSquare(even(10, 10, [0, 0, 0, 0]), { x: 0, y: 0, side: 10 })].every((n) => n === 255),
    ).toBe(true);
    expect(scaleSquare(even(10, 10, [0, 0, 0, 51]), { x: 0, y: 0, side: 10 })[0]).toBe(204);
  });
});

describe('the samples of a visit', () => {
  const all: Sample[] = CLASSES.flatMap((label) =>
    [1, 2, 3, 4, 5].map((n) => ({ id: `${label}-${n}`, label, artist: 'someone', heldOut: n > 3 })),
  );
  const ids = (seed: number, wanted?: string) => chooseSamples(all, seed, wanted).map(({ id }) => id);

  it('are two of each class, one by a known artist and one by the held-out one, always with the default', () => {
    for (const seed of [0, 0.1, 0.5, 0.999]) {
      const chosen = chooseSamples(all, seed);
      expect(chosen.map(({ label }) => label)).toEqual([...CLASSES, ...CLASSES]);
      expect(chosen.map(({ heldOut }) => heldOut)).toEqual([
        ...Array(10).fill(false),
        ...Array(10).fill(true),
      ]);
      expect(chosen.some(({ id }) => id === DEFAULT_SAMPLE)).toBe(true);
    }
  });

  it('are the same for the same seed and differ for another', () => {
    expect(ids(0.3)).toEqual(ids(0.3));
    expect(ids(0.3)).not.toEqual(ids(0.7));
  });

  it('contain the one that was asked for', () => {
    for (const { id } of all) expect(ids(0.2, id)).toContain(id);
    expect(ids(0.2, 'cat-2')).toContain(DEFAULT_SAMPLE);
  });
});
