import { gunzipSync } from 'node:zlib';
import type { LabelledImages } from '@/lib/data/data-set';
import { readIdx } from '@/lib/data/sets/idx';
import { dataFile } from './folder';

const NAMES = { train: 'train', test: 't10k' } as const;

/** One part of MNIST: grey digits, white on black, labelled 0 to 9. */
export function readMnist(part: keyof typeof NAMES): LabelledImages & { readonly labels: Uint8Array } {
  const read = (what: string) => readIdx(gunzipSync(dataFile(`mnist/${NAMES[part]}-${what}-ubyte.gz`)));
  const images = read('images-idx3');
  const labels = read('labels-idx1');
  const [count, height, width] = images.shape;
  if (labels.values.length !== count) throw new Error(`${count} images, ${labels.values.length} labels`);
  return { count, shape: [height, width, 1], pixels: images.values, labels: labels.values };
}
