import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { readImageCredits } from '@/lib/course/image-credits';
import { IMAGE_SIDE } from '@/lib/course/image-sets';
import { CLASSES } from '@/lib/course/reference';
import { COURSE } from '@/lib/course/subject';
import type { LabelledImages } from '@/lib/data/data-set';
import { encodePack } from '@/lib/data/pack/pack';
import { DIGIT_SIDE, drawDigits } from './draw-digits';
import { drawFirst, drawSamples } from './draw-samples';
import { drawInDoubt } from './in-doubt';
import { cutPhotographs } from './photographs';
import type { OriginalsOfSets } from './sets';

/** The setting that compresses deltas best; a browser's own CompressionStream would take 3 % more. */
const GZIP = { level: 9, memLevel: 9, strategy: constants.Z_FILTERED };

/** Writes a pack and returns its size in bytes. */
export async function writePack(path: string, set: LabelledImages): Promise<number> {
  const pack = await encodePack(set, CLASSES.length, (bytes) => gzipSync(bytes, GZIP));
  await writeFile(path, pack);
  return pack.length;
}

/** Writes the samples, their list and the credits into a folder; returns how many samples there are. */
export async function writeSamples(folder: string, sets: OriginalsOfSets, seed: number): Promise<number> {
  const credits = await readImageCredits();
  const artists = new Map(credits.map(({ set, name }) => [set, name]));
  const firstDraw = await drawInDoubt((draw) => drawFirst(sets.test, seed, draw), COURSE.dataSet.first.label);
  const drawn = drawSamples(sets, seed, firstDraw);
  const photographs = await cutPhotographs();
  for (const { id, pixels } of [...drawn, ...photographs]) {
    const file = join(folder, 'samples', id);
    await writeFile(`${file}.bin`, pixels);
    const raw = { width: IMAGE_SIDE, height: IMAGE_SIDE, channels: 3 } as const;
    await sharp(pixels, { raw }).png({ compressionLevel: 9 }).toFile(`${file}.png`);
  }
  const samples = [
    ...drawn.map(({ id, label, glyph, heldOut }) => ({ id, label, artist: artists.get(glyph.set), heldOut })),
    ...photographs.map(({ pixels, ...sample }) => sample),
  ];
  await writeFile(join(folder, 'samples.json'), JSON.stringify({ version: 1, samples }));
  await writeFile(join(folder, 'credits.json'), JSON.stringify(credits, null, 2));
  return samples.length;
}

/** Writes the digits' samples and their list into a folder; returns how many there are. */
export async function writeDigits(folder: string): Promise<number> {
  const drawn = drawDigits();
  await mkdir(join(folder, 'digits'), { recursive: true });
  for (const { id, pixels } of drawn) {
    const raw = { width: DIGIT_SIDE, height: DIGIT_SIDE, channels: 1 } as const;
    const png = sharp(pixels, { raw }).toColourspace('b-w').png({ compressionLevel: 9 });
    await png.toFile(join(folder, 'digits', `${id}.png`));
  }
  const samples = drawn.map(({ pixels, ...sample }) => sample);
  await writeFile(join(folder, 'digits.json'), JSON.stringify({ version: 1, samples }));
  return drawn.length;
}
