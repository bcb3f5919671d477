import { unzipSync } from 'fflate';
import sharp from 'sharp';
import type { LabelledImages } from '@/lib/data/data-set';
import { type MapShape, size } from '@/lib/tensor/tensor';
import { dataFile } from './folder';

const SHAPE: MapShape = [32, 32, 3];
/** So many images are decoded at a time. */
const AT_ONCE = 500;

/** One of the archives of CIFAR-10: JPEG files in a folder for each class, labelled as `classes` says. */
export async function readCifar10(
  part: 'train' | 'test',
  classes: readonly string[],
): Promise<LabelledImages & { readonly labels: Uint8Array }> {
  const files = Object.entries(unzipSync(dataFile(`cifar10/${part}.zip`)))
    .filter(([name]) => name.endsWith('.jpg'))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const pixels = new Uint8Array(files.length * size(SHAPE));
  for (let from = 0; from < files.length; from += AT_ONCE)
    await Promise.all(
      files.slice(from, from + AT_ONCE).map(async ([name, jpeg], at) => {
        pixels.set(await decoded(name, jpeg), (from + at) * size(SHAPE));
      }),
    );
  const labels = Uint8Array.from(files, ([name]) => labelOf(name, classes));
  return { count: files.length, shape: SHAPE, pixels, labels };
}

/** Height x width x 3 bytes. @throws Error when the image is of another size. */
async function decoded(name: string, jpeg: Uint8Array): Promise<Uint8Array> {
  const { data, info } = await sharp(jpeg)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.height !== SHAPE[0] || info.width !== SHAPE[1] || info.channels !== SHAPE[2])
    throw new Error(`${name} is ${info.height} x ${info.width} x ${info.channels}`);
  return data;
}

/** @throws Error when the folder is no class. */
function labelOf(name: string, classes: readonly string[]): number {
  const label = classes.indexOf(name.split('/').at(-2) ?? '');
  if (label < 0) throw new Error(`${name} is in the folder of no class`);
  return label;
}
