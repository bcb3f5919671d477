/** Gzipped files: read part by part without leaving much behind, looked at without being unpacked. */
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { ByteReader } from '@/lib/data/archives/byte-reader';
import { firstUnpacked, GZIP_START, gunzipped } from '@/lib/data/archives/gzip';
import { asIdx, gzipped, noise, smallSet } from './support/forms';
import { refusal, wholeSet } from './support/read';

/** Bytes in parts of these lengths, each in the same memory as the one before. */
async function* inParts(bytes: Uint8Array, lengths: readonly number[]) {
  const memory = new Uint8Array(Math.max(...lengths));
  for (let at = 0, nth = 0; at < bytes.length; nth++) {
    const some = bytes.subarray(at, at + lengths[nth % lengths.length]);
    memory.set(some);
    yield memory.subarray(0, some.length);
    memory.fill(0);
    at += some.length;
  }
}

it.each([[[1, 7, 8192]], [[1 << 16]], [[300_000, 5]]])(
  'unpacks parts of %j bytes that are overwritten',
  async (lengths) => {
    const bytes = noise(2_000_000, 7);
    const unpacked: Buffer[] = [];
    for await (const part of gunzipped(inParts(gzipped(bytes), lengths))) unpacked.push(Buffer.from(part));
    expect(Buffer.compare(Buffer.concat(unpacked), bytes)).toBe(0);
  },
);

it('takes bytes across parts, and looks ahead without taking them', async () => {
  const bytes = noise(40_000, 3);
  const reader = new ByteReader(inParts(bytes, [1, 700, 9000]));
  expect(await reader.peek(2)).toEqual(bytes.subarray(0, 2));
  let at = 0;
  for (const count of [1, 2, 698, 5, 12_000, 800, 100_000]) {
    expect(await reader.peek(3)).toEqual(bytes.subarray(at, at + 3));
    expect(await reader.upTo(count)).toEqual(bytes.subarray(at, at + count));
    at += count;
  }
  expect(await reader.more()).toBe(false);
});

it('looks at the beginning of a gzipped file, or leaves it to the stream', () => {
  const text = new Uint8Array(Buffer.concat([Buffer.from('once upon a time '.repeat(20)), noise(5000, 1)]));
  const start = (bytes: Uint8Array) => bytes.subarray(0, GZIP_START);
  expect(firstUnpacked(start(gzipped(text)), 100)).toEqual(text.subarray(0, 100));
  for (const ends of [0, 255]) {
    // Numbers below 64: what is random altogether is stored as it is.
    const bytes = noise(5000, 5)
      .map((byte) => byte & 63)
      .fill(ends, 90, 100);
    expect(firstUnpacked(start(gzipped(bytes)), 100)).toEqual(bytes.subarray(0, 100));
  }
  // Whole, and shorter than that; stored in one block, which isn't there; damaged.
  expect(firstUnpacked(gzipped(text.subarray(0, 20)), 100)).toBe(null);
  expect(firstUnpacked(start(gzipSync(noise(5000, 9), { level: 0 })), 100)).toBe(null);
  expect(firstUnpacked(start(gzipped(text)).slice().fill(255, 10), 100)).toBe(null);
});

it('reads gzipped IDX files whose images lie across parts, and says which one is cut off or damaged', async () => {
  const set = smallSet(700, [17, 13, 1], ['0', '1', '2']);
  const { images, labels } = asIdx(set);
  const files = [
    { name: 'train-images-idx3-ubyte.gz', bytes: new Uint8Array(gzipSync(images, { level: 0 })) },
    { name: 'train-labels-idx1-ubyte.gz', bytes: gzipped(labels) },
  ];
  const read = await wholeSet(files);
  expect(Buffer.compare(read.pixels, Buffer.concat(set.images))).toBe(0);
  expect([...read.labels]).toEqual([...set.labels]);
  const damaged = { ...files[1], bytes: files[1].bytes.slice() };
  // Of the sum of all its bytes.
  damaged.bytes[damaged.bytes.length - 6] ^= 1;
  expect(await refusal([files[0], damaged])).toMatch(/train-labels/);
  const cut = { ...files[1], bytes: files[1].bytes.slice(0, -9) };
  expect(await refusal([files[0], cut])).toMatch(/train-labels/);
});
