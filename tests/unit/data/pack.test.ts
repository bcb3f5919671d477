import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IMAGE_BYTES, IMAGE_SHAPE } from '@/lib/course/image-sets';
import { crc32 } from '@/lib/data/crc32';
import { restore, toDeltas } from '@/lib/data/pack/deltas';
import { decodePack, encodePack, PACK_VERSION } from '@/lib/data/pack/pack';

const images = (count: number) =>
  fc.uint8Array({ minLength: count * IMAGE_BYTES, maxLength: count * IMAGE_BYTES });

/** Three images with a gradient each, so that they pack well and differ from one another. */
const set = {
  count: 3,
  shape: IMAGE_SHAPE,
  labels: Uint8Array.of(3, 0, 9),
  pixels: Uint8Array.from({ length: 3 * IMAGE_BYTES }, (_, at) => (at * 7 + (at >> 9)) & 255),
};
const packed = () => encodePack(set, 10, (bytes) => gzipSync(bytes));

async function sentenceOf(pack: Uint8Array<ArrayBuffer>): Promise<string> {
  const read = await decodePack(pack);
  return read.ok ? 'read' : read.problem.sentence;
}

describe('deltas', () => {
  it('restore every image bit for bit', () => {
    fc.assert(
      fc.property(images(2), (pixels) => {
        const deltas = toDeltas(pixels, IMAGE_SHAPE);
        const [whole, inParts] = [new Uint8Array(pixels.length), new Uint8Array(pixels.length)];
        restore(deltas, IMAGE_SHAPE, whole);
        expect(Buffer.compare(whole, pixels)).toBe(0);
        for (const from of [1, 0]) restore(deltas, IMAGE_SHAPE, inParts, { from, to: from + 1 });
        expect(Buffer.compare(inParts, pixels)).toBe(0);
      }),
      { numRuns: 20 },
    );
  });

  it('of a uniform grey image are zero except its first value', () => {
    expect(toDeltas(new Uint8Array(IMAGE_BYTES).fill(90), IMAGE_SHAPE).reduce((sum, n) => sum + n)).toBe(90);
  });
});

describe('crc32', () => {
  it('gives the checksum of the check string that the standard names', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });
});

describe('a pack', () => {
  it('restores labels and pixels bit for bit', async () => {
    const read = await decodePack(await packed());
    expect(read).toEqual({ ok: true, value: set });
  });

  it.each([
    [28, 28, 1],
    [3, 5, 4],
    [32, 16, 3],
  ] as const)('of images of %i x %i x %i gives back those', async (...shape) => {
    const bytes = shape[0] * shape[1] * shape[2];
    const other = {
      count: 2,
      shape,
      labels: Uint8Array.of(1, 0),
      pixels: Uint8Array.from({ length: 2 * bytes }, (_, at) => (at * 31 + (at >> 3)) & 255),
    };
    const pack = await encodePack(other, 2, (all) => gzipSync(all));
    expect(await decodePack(pack)).toEqual({ ok: true, value: other });
  });

  it('lets other work have its turn while it is read', async () => {
    let turns = 0;
    const read = await decodePack(await packed(), async () => {
      turns += 1;
    });
    expect(read).toEqual({ ok: true, value: set });
    expect(turns).toBe(2);
  });

  it('can be read when it lies inside a larger buffer', async () => {
    const pack = await packed();
    const buffer = new Uint8Array(pack.length + 5);
    buffer.set(pack, 5);
    expect((await decodePack(buffer.subarray(5))).ok).toBe(true);
  });

  it('reports that it is cut off, at whichever byte', async () => {
    const pack = await packed();
    for (const length of [0, 3, 27, 28, 40, pack.length - 1]) {
      expect(await sentenceOf(pack.slice(0, length))).toContain('cut off');
    }
  });

  it('reports any single wrong byte', async () => {
    const pack = await packed();
    const places = [...Array.from({ length: 28 }, (_, at) => at), 30, pack.length >> 1, pack.length - 1];
    for (const at of places) {
      const wrong = pack.slice();
      wrong[at] ^= 0x10;
      expect(await sentenceOf(wrong), `byte ${at}`).not.toBe('read');
    }
    const wrong = pack.slice();
    wrong[pack.length - 9] ^= 1;
    expect(await sentenceOf(wrong)).toContain('damaged');
  });

  it('reports a newer version, bytes after its end, and a file that is not a pack', async () => {
    const newer = await packed();
    newer[4] = PACK_VERSION + 1;
    expect(await sentenceOf(newer)).toContain('newer version');
    const longer = new Uint8Array([...(await packed()), 0]);
    expect(await sentenceOf(longer)).toContain('damaged');
    expect(await sentenceOf(new TextEncoder().encode('<!doctype html><title>Not found</title>'))).toContain(
      'damaged',
    );
  });
});
