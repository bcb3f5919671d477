/** Memory that is given back at once: nobody reads bytes after they were. */
import { beforeAll, expect, test } from 'vitest';
import { discarded, released } from '@/lib/data/archives/released';
import { asFolders, asTar, asZip, gzipped, smallSet } from './support/forms';
import { wholeSet } from './support/read';

const SET = smallSet(60, [12, 12, 3], ['cat', 'dog', 'frog']);
const folders = await asFolders(SET);
let times = 0;

// Node 20 can't give memory back, as browsers can: whoever reads bytes that were given back finds none.
beforeAll(() => {
  Object.defineProperty(ArrayBuffer.prototype, 'transfer', {
    configurable: true,
    value(this: ArrayBuffer) {
      times += 1;
      structuredClone(this, { transfer: [this] });
      return new ArrayBuffer(0);
    },
  });
  return () => void Reflect.deleteProperty(ArrayBuffer.prototype, 'transfer');
});

test('what has all of its memory loses it; a part of other bytes stays', () => {
  const [whole, other] = [new Uint8Array(100), new Uint8Array(100).fill(7)];
  released(whole);
  released(other.subarray(1));
  expect(whole).toHaveLength(0);
  expect(other).toEqual(new Uint8Array(100).fill(7));
});

test('the memory of a file that was read is given away', async () => {
  const read = new Uint8Array(await new Blob([new Uint8Array(100)]).arrayBuffer());
  const other = new Uint8Array(100);
  discarded(read);
  discarded(other.subarray(1));
  expect([read.length, other.length]).toEqual([0, 100]);
});

test.each([
  ['a folder', folders],
  ['a zip archive, stored', [{ name: 'a.zip', bytes: asZip(folders) }]],
  ['a zip archive, deflated', [{ name: 'a.zip', bytes: asZip(folders, 6) }]],
  ['a tar archive', [{ name: 'a.tar', bytes: asTar(folders) }]],
  ['a gzipped tar archive', [{ name: 'a.tar.gz', bytes: gzipped(asTar(folders)) }]],
])('every image of %s is there', async (_, files) => {
  times = 0;
  const set = await wholeSet(files);
  const wanted = SET.classes.flatMap((_, label) => SET.images.filter((_, at) => SET.labels[at] === label));
  expect(set.pixels).toEqual(Uint8Array.from(wanted.flatMap((image) => [...image])));
  expect(times).toBeGreaterThan(SET.images.length);
});
