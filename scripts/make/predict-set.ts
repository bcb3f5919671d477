import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LabelledImages } from '@/lib/data/data-set';
import type { Scored } from '@/lib/metrics/classification';
import type { Subject } from '@/lib/network/subject';
import { packed } from '../data/sets';
import { withLab } from '../lab';

const IMAGES = '/data/images.bin';

/** What a subject's network answers to images, with the weights of these files of a folder, computed by the engine in a lab. */
export async function predictedSet(
  { architecture, dataSet }: Pick<Subject, 'architecture' | 'dataSet'>,
  folder: string,
  set: LabelledImages,
  weightFiles: readonly string[] = ['weights.safetensors'],
): Promise<Scored> {
  const files = new Map<string, Uint8Array>([
    [IMAGES, await packed(set, dataSet)],
    ...weightFiles.map((name) => [`/weights/${name}`, readFileSync(join(folder, name))] as const),
  ]);
  const addresses = weightFiles.map((name) => `/weights/${name}`);
  const answered = await withLab(
    'scripts/lab/predict-set.ts',
    (ask) => ask<string>('predict', architecture, addresses, IMAGES),
    { files },
  );
  const bytes = Uint8Array.from(Buffer.from(answered, 'base64'));
  const classes = dataSet.classes.length;
  return { probabilities: new Float32Array(bytes.buffer), labels: set.labels, classes };
}
