/*
 * Draws the project's images from the installed emoji packages into public/images/, with a few views of photographs:
 *   training.bin    1,000 images from seven sets by five artists     (format: lib/data/pack/pack.ts)
 *   validation.bin  200 images by the same artists, of originals that no training image shows
 *   test.bin        200 images by other artists, whose work the network never trains on
 *   samples/        some images to choose from, drawings and photographs, each as .png (to show) and .bin (64x64x3 raw bytes)
 *   samples.json    what they are
 *   digits/         two of each digit, from strokes of this project's own, each as .png
 *   digits.json     what they are
 *   credits.json    whose drawings they are, and under which licences
 * Same seed, same bytes. Nothing is done when nothing has changed since the last time.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TEST_COUNT, TRAINING_COUNT, VALIDATION_COUNT } from '@/lib/course/image-sets';
import { STREAMS } from './images/random';
import { SEED } from './images/seed';
import { stampOf } from './images/stamp';

const OUT = 'public/images';
const STAMP = join(OUT, '.stamp');

const last = await readFile(STAMP, 'utf8').catch(() => null);
if (last !== null && last === (await stampOf(OUT, SEED))) {
  console.log('Images: nothing has changed.');
} else {
  const started = performance.now();
  await rm(OUT, { recursive: true, force: true });
  await mkdir(join(OUT, 'samples'), { recursive: true });
  const written = await makeImages();
  await writeFile(STAMP, (await stampOf(OUT, SEED)) ?? '');
  console.log(`Images: ${written} in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

/** Draws and writes everything; returns a summary. The heavy modules are loaded only here. */
async function makeImages(): Promise<string> {
  const { drawSet } = await import('./images/draw-set');
  const { loadSets } = await import('./images/sets');
  const { writeDigits, writePack, writeSamples } = await import('./images/write');
  const sets = await loadSets(SEED);
  const packs = [
    ['training', TRAINING_COUNT],
    ['validation', VALIDATION_COUNT],
    ['test', TEST_COUNT],
  ] as const;
  const written: string[] = [];
  for (const [name, count] of packs) {
    const bytes = await writePack(join(OUT, `${name}.bin`), drawSet(sets[name], count, SEED, STREAMS[name]));
    written.push(`${count} for ${name} (${(bytes / 1e6).toFixed(1)} MB)`);
  }
  const samples = await writeSamples(OUT, sets, SEED);
  const digits = await writeDigits(OUT);
  return `${written.join(', ')}, ${samples} samples, ${digits} digits`;
}
