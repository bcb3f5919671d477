import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RunLog } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import type { Subject } from '@/lib/network/subject';
import { makeParts } from '../build/build';
import { packed, readPart, readTrainingParts } from '../data/sets';
import { withLab } from '../lab';
import type { RecordedShelf } from '../lab/record-shelf';
import { CACHE } from '../project';
import { predictedSet } from './predict-set';
import { figuresOf } from './shelf-figures';

const IMAGES = { training: '/data/training.bin', heldOut: '/data/held-out.bin' };
const KEPT = '/kept';

/**
 * Trains a network of the shelf on its set's training images and writes what ships of it to a folder: its weights, the log,
 * the weights of every epoch, and its figures on the test images, which don't ship. While it trains, the weights of each
 * epoch are put into the cache, so that an interruption loses little.
 */
export async function recordShelf(
  subject: Subject,
  settings: TrainingSettings,
  folder: string,
): Promise<void> {
  const { id, architecture, dataSet, shipped } = subject;
  const { training, heldOut } = await readTrainingParts(dataSet);
  await makeParts(['engine']);
  const files = new Map([
    [IMAGES.training, await packed(training, dataSet)],
    [IMAGES.heldOut, await packed(heldOut, dataSet)],
  ]);
  const write = (path: string, content: Uint8Array | string) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  };
  const kept = join(CACHE, 'record', id);
  const run = { subject: id, architecture, settings, files: { images: IMAGES, shipped }, kept: KEPT };
  const { weights, log, small, large } = await withLab(
    'scripts/lab/record-shelf.ts',
    (ask) => ask<RecordedShelf>('record', run),
    {
      files,
      onPut: (address, body) => write(join(kept, `${address.slice(KEPT.length + 1)}.safetensors`), body),
    },
  );
  write(join(folder, 'weights.safetensors'), Buffer.from(weights, 'base64'));
  write(join(folder, 'log.json'), `${JSON.stringify(withoutTraining(log))}\n`);
  write(join(folder, 'epochs', 'small.safetensors'), Buffer.from(small, 'base64'));
  for (const [epoch, file] of large.entries())
    write(join(folder, 'epochs', `${epoch}.safetensors`), Buffer.from(file, 'base64'));
  const test = await readPart(dataSet, 'test');
  const figures = figuresOf(await predictedSet(subject, folder, test));
  write(join(folder, 'figures.json'), `${JSON.stringify(figures, null, 2)}\n`);
  console.log(`accuracy ${figures.accuracy.toFixed(4)} on ${figures.images} test images`);
}

/**
 * The log without the answers to the single training images: there are tens of thousands, nobody can look at them, and their
 * count is in the accuracy.
 */
function withoutTraining(log: RunLog): RunLog {
  const heldOutAlone = <Of extends { readonly training: readonly number[] }>(of: Of): Of => ({
    ...of,
    training: [],
  });
  return {
    ...log,
    epochs: log.epochs.map((epoch) => ({ ...epoch, answers: heldOutAlone(epoch.answers) })),
    labels: heldOutAlone(log.labels),
  };
}
