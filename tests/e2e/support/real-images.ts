/** Real images as files: the drawings and photographs that the site comes with, whose terms its page of credits names. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { imageOf } from '@/lib/data/data-set';
import { decodePack } from '@/lib/data/pack/pack';
import { must } from '@/lib/result';
import { SHELF } from '@/lib/shelf/shelf';
import { ROOT } from '@/scripts/project';

const IMAGES = join(ROOT, 'public', 'images');
const [
  {
    dataSet: { classes },
  },
] = SHELF;

/** Writes some of the course's drawings of each class, and all of its photographs, into a folder for each. */
export async function writeRealImages(
  folder: string,
  chosen: readonly string[],
  drawings: number,
): Promise<void> {
  const set = must(await decodePack(new Uint8Array(readFileSync(join(IMAGES, 'training.bin')))));
  const [height, width] = set.shape;
  for (const name of chosen) {
    const own = join(folder, name);
    mkdirSync(own, { recursive: true });
    const places = [...set.labels.keys()].filter((at) => classes[set.labels[at]] === name);
    for (const at of places.slice(0, drawings))
      await sharp(imageOf(set, at), { raw: { width, height, channels: 3 } }).toFile(join(own, `${at}.png`));
    const photographs = readdirSync(join(IMAGES, 'samples')).filter(
      (file) => file.startsWith(`${name}-photo-`) && file.endsWith('.png'),
    );
    for (const file of photographs) copyFileSync(join(IMAGES, 'samples', file), join(own, file));
  }
}
