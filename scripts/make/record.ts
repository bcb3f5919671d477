/**
 * `npm run record`: trains the reference network in headless Chromium, with the engine of the site, and writes
 * the checkpoint that ships, with its log beside it, to public/model/. `-- --out FOLDER` writes elsewhere, and every
 * setting of the training page can be given: `-- --out /tmp/run --epochs 10 --shift 4 --mirror --dropout 0.3`.
 * `-- photographs` and `-- digits` train the other networks of the shelf, from the data folder: PIPELINE_DATA.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { shippedEpoch, shippedEpochs } from '@/lib/engine/runs/shipped-run';
import { SHELF } from '@/lib/shelf/shelf';
import { makeParts } from '../build/build';
import { withLab } from '../lab';
import type { Recorded } from '../lab/record';
import { ROOT, stop } from '../project';
import { readRecordArguments } from './record-arguments';
import { recordShelf } from './record-shelf';

const asked = readRecordArguments(process.argv.slice(2));
if (!asked.ok) stop(asked.problem.sentence);
const { subject, settings, out } = asked.value;
const FOLDER = resolve(out ?? join(ROOT, 'public'));
const file = (path: string) => join(FOLDER, path);

if (subject.id !== SHELF[0].id) {
  await recordShelf(subject, settings, join(FOLDER, 'model', subject.id));
  process.exit();
}
await makeParts(['images', 'engine']);
const { conv, dense, log, small, large } = await withLab('scripts/lab/record.ts', (ask) =>
  ask<Recorded>('record', settings),
);
const images = createHash('sha256');
for (const part of ['training', 'validation', 'test'])
  images.update(readFileSync(join(ROOT, 'public', 'images', `${part}.bin`)));
mkdirSync(file('model/epochs'), { recursive: true });
writeFileSync(file('model/conv.safetensors'), Buffer.from(conv, 'base64'));
writeFileSync(file('model/dense.safetensors'), Buffer.from(dense, 'base64'));
writeFileSync(file(shippedEpochs(subject.shipped)), Buffer.from(small, 'base64'));
for (const [epoch, packed] of large.entries())
  writeFileSync(file(shippedEpoch(subject.shipped, epoch)), Buffer.from(packed, 'base64'));
writeFileSync(file('model/log.json'), `${JSON.stringify({ ...log, images: images.digest('hex') })}\n`);
