/**
 * `npm run check:import -- DIR`: opens the network in a folder as a learner would, and compares every layer with
 * `reference.json` there, which TensorFlow.js computed: shapes, parameters, means, smallest, largest and single values for
 * two inputs, by the engine and by plain arithmetic, and the answers for its photographs (pixels over 255), also with the
 * preparation that is proposed for it. Exit 1 where something differs by more than 1e-4 of the layer's largest value.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import sharp from 'sharp';
import * as v from 'valibot';
import type { OpenedNetwork, SourceFile } from '@/lib/interchange/opened';
import { preparationsOf, proposalFor } from '@/lib/interchange/preparation';
import { readNetwork } from '@/lib/interchange/read-network';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { listParameters } from '@/lib/network/weights';
import { must } from '@/lib/result';
import { makeParts } from '../build/build';
import { withLab } from '../lab';
import type { Computed } from '../lab/import';
import { stop } from '../project';
import { layerErrors, shapeProblem } from './import/compare';
import { type Reference, type ReferenceInput, referenceSchema } from './import/reference';

const MOST = 1e-4;
const [, , named] = process.argv;
if (!named) stop('Name the folder of the network: npm run check:import -- DIR');
const folder = resolve(named);
if (!existsSync(folder) || !statSync(folder).isDirectory()) stop(`There is no folder ${folder}.`);
if (!existsSync(join(folder, 'reference.json'))) stop(`There is no reference.json in ${folder}.`);

const problems: string[] = [];
const note = (error: number, what: string) => {
  if (!(error <= MOST)) problems.push(`${what} is off by ${error.toExponential(1)}`);
  return error;
};

const files = readdirSync(folder).map((name): SourceFile => {
  const path = join(folder, name);
  return {
    name: `${basename(folder)}/${name}`,
    size: statSync(path).size,
    bytes: async () => new Uint8Array(readFileSync(path)),
  };
});

function floatsIn(name: string): readonly number[] {
  const bytes = readFileSync(join(folder, name));
  return Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readFloatLE(at * 4));
}

/** Pixels over 255, as the file's network takes them. */
async function pixelsOf(name: string): Promise<readonly number[]> {
  const pixels = await sharp(join(folder, name)).removeAlpha().raw().toBuffer();
  return Array.from(pixels, (value) => value / 255);
}

/** Compares all layers on one input, and prints the worst of each. */
function checkInput(
  name: string,
  opened: OpenedNetwork,
  computed: readonly Computed[],
  input: ReferenceInput,
) {
  const { stages } = must(buildPipeline(opened.architecture));
  if (stages.length !== input.layers.length + 1)
    return problems.push(
      `${name}: ${stages.length - 1} layers after the input instead of ${input.layers.length}`,
    );
  console.log(`\n${name.padEnd(34)}      mean     range    probes  arithmetic`);
  for (const [at, layer] of input.layers.entries()) {
    const [stage, values] = [stages[at + 1], computed[at + 1]];
    const wrong = shapeProblem(stage, values, layer);
    if (wrong) problems.push(`${name}: ${wrong}`);
    if (stage.id !== layer.name) problems.push(`${name}: ${stage.id} instead of ${layer.name}`);
    if (wrong) continue;
    const errors = Object.entries(layerErrors(stage, opened.weights, computed[at], values, layer));
    const figures = errors.map(([what, error]) => note(error, `${name}: ${layer.name}, ${what},`));
    const about = `${stage.id} ${layer.shape.join(' × ')}`.padEnd(34);
    console.log(`${about}${figures.map((error) => error.toExponential(1).padStart(10)).join('')}`);
  }
  const answer = computed.at(-1)?.values ?? [];
  const off = input.y.map((theirs, unit) => Math.abs((answer[unit] ?? Number.NaN) - theirs));
  note(Math.max(...off), `${name}: its answer`);
}

function checkPredictions(computed: readonly (readonly Computed[])[], { predictions }: Reference) {
  let [most, same] = [0, 0];
  for (const [at, { image, predicted, top3 }] of predictions.entries()) {
    const answer = computed[at].at(-1)?.values ?? [];
    const own = classOf(computed[at]);
    if (own === predicted) same++;
    else problems.push(`${image}: class ${own} instead of ${predicted}`);
    for (const [unit, score] of top3) {
      const off = Math.abs((answer[unit] ?? Number.NaN) - score);
      most = Math.max(most, note(off, `${image}: class ${unit}`));
    }
  }
  const scores = `scores within ${most.toExponential(1)}`;
  console.log(`\n${same} of ${predictions.length} photographs: the same class; ${scores}`);
}

const classOf = (computed: readonly Computed[]): number => {
  const answer = computed.at(-1)?.values ?? [];
  return answer.indexOf(Math.max(...answer));
};

/** How many photographs each preparation is tried with. */
const TRIED = 6;

/** The proposed preparation must answer photographs, as bytes, like the reference; the others need not. */
async function checkPreparations(
  opened: OpenedNetwork,
  { predictions }: Reference,
  compute: (architecture: Architecture) => Promise<readonly (readonly Computed[])[]>,
) {
  const proposed = proposalFor(opened).name;
  const tried = predictions.slice(0, TRIED);
  for (const { name, architecture } of preparationsOf(opened.architecture)) {
    const computed = await compute(architecture);
    const same = tried.filter(({ predicted }, at) => classOf(computed[at]) === predicted).length;
    const mark = name === proposed ? ' (proposed)' : '';
    console.log(`prepared as ${name}${mark}: ${same} of ${tried.length} the same class`);
    if (name === proposed && same < tried.length) problems.push(`${name} is proposed, and is wrong`);
  }
}

await makeParts(['words']);
const reference = v.parse(referenceSchema, JSON.parse(readFileSync(join(folder, 'reference.json'), 'utf8')));
const opened = must(await readNetwork(files));
const { architecture, weights, format } = opened;
const parameters = must(buildPipeline(architecture)).parameters;
console.log(
  `${architecture.name} (${format}): ${architecture.layers.length - 1} layers, ${parameters} parameters`,
);
if (parameters !== reference.params) problems.push(`${parameters} parameters instead of ${reference.params}`);
const inputs = { [reference.main.file]: reference.main, [reference.random42.file]: reference.random42 };
const photographs = await Promise.all(reference.predictions.map(({ image }) => pixelsOf(image)));
await withLab('scripts/lab/import.ts', async (ask) => {
  const sent = listParameters(weights).map(([name, { shape, values }]) => [name, shape, Array.from(values)]);
  const compute = (images: readonly (readonly number[])[], by = architecture) =>
    ask<readonly (readonly Computed[])[]>('compute', by, sent, images);
  for (const [name, input] of Object.entries(inputs)) {
    const [computed] = await compute([floatsIn(name)]);
    checkInput(name, opened, computed, input);
  }
  checkPredictions(await compute(photographs), reference);
  const bytes = photographs.slice(0, TRIED).map((pixels) => pixels.map((value) => Math.round(value * 255)));
  await checkPreparations(opened, reference, (by) => compute(bytes, by));
});
if (problems.length > 0) stop(`The network is not opened as it is:\n${problems.join('\n')}`);
console.log(`\nAll agrees within ${MOST} of each layer's largest value.`);
