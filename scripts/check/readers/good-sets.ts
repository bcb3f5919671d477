/** Good files of every form that data sets are read from, each to be damaged. */
import {
  asCifar,
  asFolders,
  asIdx,
  asNpz,
  asTar,
  asZip,
  gzipped,
  smallSet,
} from '@/tests/unit/data/sets/support/forms';
import type { GoodFiles } from './good-files';

const numbers = (count: number) => Array.from({ length: count }, (_, at) => String(at));

/** Small sets, as archives, arrays and a table. */
export async function goodSets(): Promise<readonly GoodFiles[]> {
  const folders = await asFolders(smallSet(24, [8, 8, 3], ['cat', 'dog']));
  const photos = smallSet(10, [32, 32, 3], numbers(10));
  const fine = smallSet(100, [32, 32, 3], numbers(100));
  const grey = smallSet(12, [12, 12, 1], numbers(4));
  const { images, labels } = asIdx(grey);
  const idx = [
    { name: 'train-images-idx3-ubyte', bytes: images },
    { name: 'train-labels-idx1-ubyte', bytes: labels },
  ];
  const rows = folders.map(({ name }) => `${name},${name.split('/')[0]}`);
  const table = { name: 'labels.csv', bytes: new TextEncoder().encode(`file,label\n${rows.join('\n')}\n`) };
  const one = (name: string, bytes: Uint8Array<ArrayBuffer>): GoodFiles => ({
    name,
    files: [{ name, bytes }],
    summed: /\.(zip|gz|npz)$/.test(name),
  });
  return [
    { name: 'folders of images and a table', files: [...folders, table] },
    one('stored.zip', asZip(folders)),
    one('deflated.zip', asZip(folders, 6)),
    one('images.tar', asTar(folders)),
    one('images.tar.gz', gzipped(asTar(folders))),
    one('data_batch_1.bin', asCifar(photos)),
    one('cifar-10-binary.tar.gz', gzipped(asTar([{ name: 'c/data_batch_1.bin', bytes: asCifar(photos) }]))),
    one('train.bin', asCifar(fine, true)),
    { name: 'IDX', files: idx },
    {
      name: 'IDX, gzipped',
      files: idx.map(({ name, bytes }) => ({ name: `${name}.gz`, bytes: gzipped(bytes) })),
      summed: true,
    },
    one('stored.npz', asNpz(grey, grey)),
    one('compressed.npz', asNpz(grey, grey, 6)),
  ];
}
