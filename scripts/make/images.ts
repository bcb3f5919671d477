/*
 * Draws the project's images from the installed emoji packages into public/images/, with a few views of photographs:
 *   training.bin    1,000 images by five artists' sets     (format: lib/data/pack/pack.ts)
 *   held-out.bin    200 images by a sixth artist, whose work the network never trains on
 *   samples/        some images to choose from, drawings and photographs, each as .png (to show) and .bin (64x64x3 raw bytes)
 *   samples.json    what they are
 *   digits/         two of each digit, from strokes of this project's own, each as .png
 *   digits.json     what they are
 *   credits.json    whose drawings they are, and under which licences
 * Same seed, same bytes. Nothing is done when nothing has changed since the last time.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HELD_OUT_COUNT, TRAINING_COUNT } from '@/lib/course/image-sets';
import { stampOf } from './images/stamp';

const OUT = 'public/images';
const STAMP = join(OUT, '.stamp');
const SEED = 7;

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
  const { HELD_OUT_SET, TRAINING_SETS } = await import('@/lib/course/image-sets');
  const { drawSet, STREAMS } = await import('./images/draw-set');
  const { loadGlyphs } = await import('./images/glyphs');
  const { writeDigits, writePack, writeSamples } = await import('./images/write');
  const known = await loadGlyphs(TRAINING_SETS);
  const heldOut = await loadGlyphs([HELD_OUT_SET]);
  const sizes = [
    await writePack(join(OUT, 'training.bin'), drawSet(known, TRAINING_COUNT, SEED, STREAMS.training)),
    await writePack(join(OUT, 'held-out.bin'), drawSet(heldOut, HELD_OUT_COUNT, SEED, STREAMS.heldOut)),
  ].map((bytes) => `${(bytes / 1e6).toFixed(1)} MB`);
  const samples = await writeSamples(OUT, known, heldOut, SEED);
  const digits = await writeDigits(OUT);
  const sets = `${TRAINING_COUNT} for training (${sizes[0]}), ${HELD_OUT_COUNT} held out (${sizes[1]})`;
  return `${sets}, ${samples} samples, ${digits} digits`;
}
