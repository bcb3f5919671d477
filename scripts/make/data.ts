/**
 * `tsx scripts/make/data.ts PATH|URL ...`: reads a data set of any form that the site reads, with the same readers, and writes
 * it as packs of training, validation and test images with a description: `--out FOLDER` (data-set/); below a folder `sets`
 * it is added to the list there, `sets.json`, by which a site serves it. `--size 32`, or `--size 32x48` (height and width):
 * what every image becomes; otherwise the first one's size. `--grey`, `--stretch`. `--network transfer`: which network
 * the site offers for it. `--name TITLE`: what it is called. The files of
 * CIFAR-10, CIFAR-100, MNIST and Fashion-MNIST are compared with their published checksums.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { baseName } from '@/lib/data/archives/paths';
import { KNOWN_TITLES } from '@/lib/data/sets/known/published';
import type { LabelledSet, SetChoice } from '@/lib/data/sets/labelled-set';
import { allNotes } from '@/lib/data/sets/look/odd';
import { readSet, recogniseSet } from '@/lib/data/sets/read-set';
import { ABOUT_FILE, SETS_FOLDER, SITE_NETWORKS, type SiteNetwork } from '@/lib/data/sets/site-set';
import { setProblem } from '@/lib/data/sets/training/set-problem';
import { formatBytes } from '@/lib/format/bytes';
import type { ChosenFile } from '@/lib/site/chosen-files';
import type { MapShape } from '@/lib/tensor/tensor';
import { decodeSharp } from '../data/decode-sharp';
import { stop } from '../project';
import { verdictOf } from './data/checksums';
import { type Source, sourceAt } from './data/files';
import { MOST_CLASSES, packsOf } from './data/packs';
import { checkFolder, listBeside } from './data/site-list';

const OPTIONS = {
  out: { type: 'string', default: 'data-set' },
  size: { type: 'string' },
  grey: { type: 'boolean', default: false },
  stretch: { type: 'boolean', default: false },
  network: { type: 'string', default: 'transfer' },
  name: { type: 'string' },
} as const;
/** Among more files none is one of the known sets'. */
const MOST_CHECKED = 16;
const LARGEST_SIDE = 1024;

function asked() {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error));
  }
}

/** Says which files are the published ones. An archive that is called so and is not ends the command. */
async function checkSums(files: readonly ChosenFile[]): Promise<void> {
  if (files.length > MOST_CHECKED) return;
  for (const { name, file } of files) {
    const verdict = verdictOf(baseName(name), new Uint8Array(await file.arrayBuffer()));
    if (verdict.kind === 'published') console.log(`${name}: the published file of ${verdict.set}.`);
    if (verdict.kind === 'repacked')
      console.log(`${name}: the published content of ${verdict.set}, packed anew.`);
    if (verdict.kind !== 'differs') continue;
    const sentence = `${name} has the checksum of no published file of this name (${verdict.sets.join(', ')})`;
    // Other sets come in files that are called as MNIST's.
    if (/\.tar\.gz$/.test(name)) stop(`${sentence}: it is cut off, damaged, or a different file.`);
    console.log(`${sentence}: it is read as what it is.`);
  }
}

function shapeOf(natural: MapShape | null, size: string | undefined, isGrey: boolean): MapShape {
  const [height, width = height] = (size ?? '').split('x').map(Number);
  if (size === undefined && !natural) return stop('The size of the images is unknown: name one with --size.');
  const sides = size === undefined ? (natural?.slice(0, 2) ?? []) : [height, width];
  if (sides.some((side) => !Number.isInteger(side) || side < 1 || side > LARGEST_SIDE))
    return stop(`A side is a whole number of pixels from 1 to ${LARGEST_SIDE}: --size 32, or --size 32x48.`);
  return [sides[0], sides[1], isGrey || natural?.[2] === 1 ? 1 : 3];
}

/** Reads all images; what is wrong with some is printed, what is wrong with the set ends the command. */
async function read({ files, folders }: Source, { size, grey, stretch }: ReturnType<typeof asked>['values']) {
  const recognised = await recogniseSet(files, folders);
  if (!recognised.ok) return stop(recognised.problem.sentence);
  const { plan } = recognised.value;
  const shape = shapeOf(plan.natural, size, grey ?? false);
  const choice: SetChoice = { shape, fit: stretch ? 'stretch' : 'crop' };
  const classes = plan.classes.length === 1 ? 'one class' : `${plan.classes.length} classes`;
  console.log(`${plan.count} images, ${classes}; each becomes ${shape.join(' x ')}`);
  const reading = readSet(recognised.value, choice, decodeSharp, new AbortController().signal);
  let step = await reading.next();
  while (!step.done) step = await reading.next();
  const { set, problem } = step.value;
  if (problem) return stop(problem.sentence);
  return set ?? stop('There is no image in it.');
}

/** The description among the files of a set. */
const aboutIn = (files: ReadonlyMap<string, Uint8Array>): Parameters<typeof setProblem>[0] =>
  JSON.parse(new TextDecoder().decode(files.get(ABOUT_FILE)));

async function write(set: LabelledSet, network: SiteNetwork, folder: string): Promise<void> {
  if (set.classes.length > MOST_CLASSES)
    stop(`A pack has at most ${MOST_CLASSES} classes, not ${set.classes.length}.`);
  mkdirSync(folder, { recursive: true });
  const files = await packsOf(set, network);
  for (const [name, bytes] of files) {
    writeFileSync(join(folder, name), bytes);
    console.log(`${join(folder, name)}  ${formatBytes(bytes.length)}`);
  }
  const problem = setProblem(aboutIn(files));
  if (problem) console.log(`A site offers it to be looked through, and no network for it. ${problem}`);
  const list = listBeside(folder);
  if (!list) return console.log(`A site serves what lies in public/${SETS_FOLDER}/NAME/.`);
  console.log(`${list} lists it: the next build of the site offers it among its networks and data sets.`);
}

function networkNamed(name: string): SiteNetwork {
  const known = SITE_NETWORKS.find((one) => one === name);
  return known ?? stop(`--network is one of ${SITE_NETWORKS.join(', ')}, not ${name}.`);
}

const { values, positionals } = asked();
const network = networkNamed(values.network ?? OPTIONS.network.default);
const out = resolve(values.out ?? OPTIONS.out.default);
checkFolder(out);
if (positionals.length === 0) stop('Which data set? Name a file, a folder or an address.');
const sources = await Promise.all(positionals.map(sourceAt));
const files = sources.flatMap((source) => source.files);
await checkSums(files);
const set = await read({ files, folders: sources.flatMap(({ folders }) => folders) }, values);
for (const note of allNotes(set)) console.log(note);
const name = values.name?.trim() || (set.known ? KNOWN_TITLES[set.known] : set.name);
await write({ ...set, name }, network, out);
