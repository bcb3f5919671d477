/**
 * `npm run record [seed]`: trains the reference network in headless Chromium, with the engine that the site has, and
 * writes the checkpoint that ships, with its log beside it, to public/model/.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TrainingSettings } from '@/lib/engine/protocol';
import { SHIPPED_EPOCHS, shippedEpoch } from '@/lib/engine/shipped-run';
import { makeParts } from './build';
import { withLab } from './lab';
import type { Recorded } from './lab/record';
import { ROOT } from './project';

const SETTINGS: TrainingSettings = {
  optimizer: 'adam',
  learningRate: 0.001,
  batchSize: 32,
  epochs: 10,
  seed: Number(process.argv[2] ?? 1),
};
const FOLDER = join(ROOT, 'public', 'model');

await makeParts(['pictures', 'engine']);
const { conv, dense, log, small, large } = await withLab('scripts/lab/record.ts', (ask) =>
  ask<Recorded>('record', SETTINGS),
);
const pictures = createHash('sha256').update(readFileSync(join(ROOT, 'public', 'pictures', 'training.bin')));
mkdirSync(FOLDER, { recursive: true });
writeFileSync(join(FOLDER, 'conv.safetensors'), Buffer.from(conv, 'base64'));
writeFileSync(join(FOLDER, 'dense.safetensors'), Buffer.from(dense, 'base64'));
mkdirSync(join(FOLDER, 'epochs'), { recursive: true });
writeFileSync(join(ROOT, 'public', SHIPPED_EPOCHS), Buffer.from(small, 'base64'));
for (const [epoch, file] of large.entries())
  writeFileSync(join(ROOT, 'public', shippedEpoch(epoch)), Buffer.from(file, 'base64'));
writeFileSync(join(FOLDER, 'log.json'), `${JSON.stringify({ ...log, pictures: pictures.digest('hex') })}\n`);
