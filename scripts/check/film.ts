/**
 * `npm run check:film`: counts the words and minutes of the film in both languages, and tells it on the networks of the
 * shelf, on 20 images each: each beat has its stage, its value and its numbers, what it says is what the engine's model
 * computed, on the backend that also runs in Node, and what can be opened has its arithmetic. Exits with 1 where the film
 * takes less than 11 or more than 13 minutes about one of them, or anything else is wrong.
 */
import '@tensorflow/tfjs-backend-cpu';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { readWeights } from '@/lib/checkpoint/weights';
import { COURSE } from '@/lib/course/subject';
import { Model } from '@/lib/engine/worker/model';
import { addressesOf } from '@/lib/engine/worker/shipped';
import { traceStages } from '@/lib/engine/worker/trace-stages';
import { pipelineOf } from '@/lib/network/pipeline';
import type { EpochRecord } from '@/lib/network/run';
import type { ShippedSubject } from '@/lib/network/subject';
import type { WeightSet } from '@/lib/network/weights';
import type { Film } from '@/lib/provenance/film/at-time';
import type { FilmSubject } from '@/lib/provenance/film/resolve';
import { type Chapter, wordsIn } from '@/lib/provenance/film/script';
import { must } from '@/lib/result';
import { readRunLog } from '@/lib/run/log';
import { SHELF } from '@/lib/shelf/shelf';
import { LANGUAGES, type Language } from '@/lib/site/languages';
import { filmAbout, readFilm, shippedHistory } from '@/lib/site/walk/film';
import { ROOT, stop } from '../project';
import { beatFaults } from './film/faults';
import { sampleIds, samplePixels } from './film/samples';

/** The promise, in minutes. */
const [LEAST, MOST] = [11, 13];
/** The images of each network. */
const IMAGES = 20;
const PUBLIC = join(ROOT, 'public');

/** Prints what a script takes, told of the course's network; answers its faults. */
function count(locale: Language, script: readonly Chapter[]): readonly string[] {
  const film = filmAbout(script, COURSE, epochsOf(COURSE));
  console.log(`\n${locale}`);
  for (const [at, { title, seconds }] of film.chapters.entries()) {
    const own = film.beats.filter(({ chapter }) => chapter === at);
    const words = own.flatMap(({ beat }) => beat.sentences.map(wordsIn));
    const all = words.reduce((sum, one) => sum + one, 0);
    console.log(
      `  ${title.padEnd(40)}${String(all).padStart(5)} words ${(seconds / 60).toFixed(1).padStart(5)} min`,
    );
  }
  console.log(`  ${'all of it'.padEnd(40)}${(film.seconds / 60).toFixed(1).padStart(17)} min`);
  return SHELF.flatMap((shelf) =>
    lengthFaults(`${locale}, ${shelf.id}`, filmAbout(script, shelf, epochsOf(shelf))),
  );
}

function lengthFaults(where: string, { seconds }: Film): readonly string[] {
  const minutes = seconds / 60;
  return minutes < LEAST || minutes > MOST
    ? [`${where}: the film takes ${minutes.toFixed(2)} minutes, not ${LEAST} to ${MOST}.`]
    : [];
}

/** The epochs of a network of the shelf, as its log has them. */
const epochsOf = ({ shipped }: ShippedSubject): readonly EpochRecord[] =>
  must(readRunLog(JSON.parse(readFileSync(join(PUBLIC, shipped.folder, 'log.json'), 'utf8')))).epochs;

/** Loads a network of the shelf with its weights. */
function loadModel({ architecture, shipped }: ShippedSubject) {
  const pipeline = pipelineOf(architecture);
  const model = new Model(pipeline);
  let weights: WeightSet = {};
  for (const part of addressesOf(shipped)) {
    const read = must(readWeights(readFileSync(join(PUBLIC, part)), pipeline));
    must(model.load(read.weights));
    weights = { ...weights, ...read.weights };
  }
  return { pipeline, model, weights };
}

/** Resolves the film on some images of a network; returns its faults. */
async function checkNetwork(shelf: ShippedSubject, script: readonly Chapter[]) {
  const { pipeline, model, weights } = loadModel(shelf);
  const epochs = epochsOf(shelf);
  const film = filmAbout(script, shelf, epochs);
  const faults: string[] = [];
  let numbers = 0;
  const ids = sampleIds(PUBLIC, shelf).slice(0, IMAGES);
  if (ids.length < IMAGES) stop(`${shelf.id} has ${ids.length} images.`);
  for (const id of ids) {
    const pixels = samplePixels(PUBLIC, shelf, id);
    const trace = {
      source: 'recorded' as const,
      complete: true,
      stages: await traceStages(model, pixels),
      weights,
      network: { origin: 'shipped' as const, seed: 0, epoch: epochs.length - 1, step: 0 },
      backend: 'cpu' as const,
      milliseconds: 0,
    };
    const subject: FilmSubject = {
      pipeline,
      trace,
      epochs,
      images: shelf.dataSet.counts.training,
      classWord: (name) => name,
    };
    for (const { beat } of film.beats) {
      const found = beatFaults(beat, subject, shippedHistory(shelf, epochs), pixels);
      numbers += found.numbers;
      faults.push(...found.faults.map((fault) => `${shelf.id}, ${id}: ${fault}`));
    }
  }
  // The next network has weights of the same names.
  model.dispose();
  console.log(
    `${shelf.id}: ${film.beats.length} beats in ${film.chapters.length} chapters, ${(film.seconds / 60).toFixed(1)} min, ` +
      `on ${ids.length} images; ${numbers} numbers, ${faults.length} faults`,
  );
  return faults;
}

tf.enableProdMode();
await tf.setBackend('cpu');
const scripts = await Promise.all(LANGUAGES.map(async (locale) => [locale, await readFilm(locale)] as const));
const faults = scripts.flatMap(([locale, script]) => count(locale, script));
console.log('');
const [[, script]] = scripts;
for (const shelf of SHELF) faults.push(...(await checkNetwork(shelf, script)));
for (const fault of faults.slice(0, 20)) console.log(fault);
if (faults.length > 0) stop(`${faults.length} faults.`);
