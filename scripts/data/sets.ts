import { gzipSync } from 'node:zlib';
import type { LabelledImages } from '@/lib/data/data-set';
import { encodePack } from '@/lib/data/pack/pack';
import { partOf, stratified } from '@/lib/data/split';
import type { DataSet } from '@/lib/network/subject';
import { readCifar10 } from './cifar10';
import { readMnist } from './mnist';

/** Of one of the shelf's data sets. */
type Part = 'train' | 'test';

/** By the data set's id: how its images are read. */
const READERS: Readonly<
  Record<string, (part: Part, classes: readonly string[]) => LabelledImages | Promise<LabelledImages>>
> = { cifar10: readCifar10, mnist: readMnist };

/** Which training images are held out follows from this. */
const SPLIT_SEED = 1;

/**
 * Reads a part of a data set from the data folder; where it is missing the command says so and ends with 1.
 * @throws Error when the set is none that is read from there.
 */
export async function readPart({ id, classes }: DataSet, part: Part): Promise<LabelledImages> {
  const read = READERS[id];
  if (!read) throw new Error(`${id} is not read from the data folder`);
  return read(part, classes);
}

/** The training images, without and with those that are held out from them: as many of each class in proportion. */
export async function readTrainingParts(dataSet: DataSet) {
  const all = await readPart(dataSet, 'train');
  const { training, heldOut } = stratified(all.labels, dataSet.counts.heldOut, SPLIT_SEED);
  return { training: partOf(all, training), heldOut: partOf(all, heldOut) };
}

/** A set as a pack, to be handed to a lab on the same machine: packed fast rather than small. */
export const packed = (set: LabelledImages, { classes }: DataSet): Promise<Uint8Array<ArrayBuffer>> =>
  encodePack(set, classes.length, (bytes) => gzipSync(bytes, { level: 1 }));
