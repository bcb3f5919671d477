/**
 * `npm run check:shelf`: predicts the test images of every network of the shelf with the engine, in headless Chromium, and
 * holds the accuracy against what is shipped beside its weights. Exit 1 where they are further apart than
 * {@link MOST_APART}, below the target, or where the test images are not there: PIPELINE_DATA names their folder. The
 * course's network is asked about its test images, which come with the site.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { LabelledImages } from '@/lib/data/data-set';
import { decodePack } from '@/lib/data/pack/pack';
import { answersOf } from '@/lib/metrics/classification';
import type { Subject } from '@/lib/network/subject';
import { must } from '@/lib/result';
import { readRunLog } from '@/lib/run/log';
import { figuresSchema } from '@/lib/shelf/figures';
import { SHELF } from '@/lib/shelf/shelf';
import { makeParts } from '../build/build';
import { readPart } from '../data/sets';
import { predictedSet } from '../make/predict-set';
import { ROOT, stop } from '../project';

/** A network on another backend or processor answers a few images in ten thousand otherwise. */
const MOST_APART = 0.002;
/** What a network of the shelf has to reach on its test images. */
const TARGETS: Readonly<Record<string, number>> = { photographs: 0.8, digits: 0.99 };

const MODEL = join(ROOT, 'public', 'model');

/** What is asked about: weights, images, and the accuracy that is shipped. */
interface Claim {
  readonly folder: string;
  readonly weightFiles: readonly string[];
  readonly images: LabelledImages;
  readonly shipped: number;
}

async function courseClaim(): Promise<Claim> {
  const pack = new Uint8Array(readFileSync(join(ROOT, 'public', 'images', 'test.bin')));
  const log = must(readRunLog(JSON.parse(readFileSync(join(MODEL, 'log.json'), 'utf8'))));
  return {
    folder: MODEL,
    weightFiles: ['conv.safetensors', 'dense.safetensors'],
    images: must(await decodePack(pack)),
    shipped: log.epochs.at(-1)?.testAccuracy ?? Number.NaN,
  };
}

async function shelfClaim({ id, dataSet }: Subject): Promise<Claim> {
  const folder = join(MODEL, id);
  const figures = v.parse(figuresSchema, JSON.parse(readFileSync(join(folder, 'figures.json'), 'utf8')));
  const images = await readPart(dataSet, 'test');
  return { folder, weightFiles: ['weights.safetensors'], images, shipped: figures.accuracy };
}

/** Checks one network; answers whether all is well. */
async function check(subject: Subject): Promise<boolean> {
  const { folder, weightFiles, images, shipped } = await (subject === SHELF[0]
    ? courseClaim()
    : shelfClaim(subject));
  const scored = await predictedSet(subject, folder, images, weightFiles);
  const right = answersOf(scored).filter((answer, image) => answer === images.labels[image]).length;
  const accuracy = right / images.count;
  const target = TARGETS[subject.id] ?? 0;
  const holds = Math.abs(accuracy - shipped) <= MOST_APART && accuracy >= target;
  console.log(
    `${holds ? 'holds' : 'FAILS'}: ${subject.id}: ${right} of ${images.count} images, ${accuracy.toFixed(4)}; ` +
      `shipped with it: ${shipped.toFixed(4)}${target > 0 ? `; to be reached: ${target}` : ''}`,
  );
  return holds;
}

await makeParts(['images', 'engine']);
const wrong: string[] = [];
for (const subject of SHELF) if (!(await check(subject))) wrong.push(subject.id);
if (wrong.length > 0) stop(`Not what is shipped, or not enough: ${wrong.join(', ')}.`);
