/** Archives with more files than the plain end record can count. */
import { strToU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { inMemory } from '@/lib/data/archives/byte-source';
import { zipArchive } from '@/lib/data/archives/zip-archive';
import { ZipWriter } from '@/lib/data/sets/take/zip-writer';

const LOCATOR_64 = 0x07064b50;
const nameOf = (at: number) => `class/${at}.png`;

function archive(count: number): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const zip = new ZipWriter((bytes) => parts.push(bytes));
  for (let at = 0; at < count; at++) zip.add(nameOf(at), strToU8(String(at)));
  zip.end();
  return new Uint8Array(Buffer.concat(parts));
}

test.each([65_534, 65_535, 70_000])(
  'an archive of %i files is read back',
  { timeout: 30_000 },
  async (count) => {
    const bytes = archive(count);
    const { files, visit } = await zipArchive(inMemory(bytes), 'many.zip');
    expect(files.length).toBe(count);
    const places = [0, 4464, 65_533, count - 1];
    expect(places.map((at) => files.path(at))).toEqual(places.map(nameOf));
    const read: string[] = [];
    for await (const { parts } of visit(new Set(places)))
      for await (const part of parts) read.push(Buffer.from(part).toString());
    expect(read).toEqual([...new Set(places)].map(String));
    // Only where it must be: every program reads the plain record.
    const view = new DataView(bytes.buffer);
    const isLong = view.getUint32(bytes.length - 22 - 20, true) === LOCATOR_64;
    expect(isLong).toBe(count >= 65_535);
    expect(view.getUint16(bytes.length - 12, true)).toBe(Math.min(count, 65_535));
  },
);

test('another reader finds as many files', { timeout: 30_000 }, () => {
  expect(Object.keys(unzipSync(archive(66_000)))).toHaveLength(66_000);
});

test('the same files are the same bytes, and none is an archive too', async () => {
  expect(archive(3)).toEqual(archive(3));
  expect((await zipArchive(inMemory(archive(0)), 'none.zip')).files.length).toBe(0);
});
