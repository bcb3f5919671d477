/**
 * `npm run bench:train`: what a training step of the reference network costs in a browser, with our kernels, with the
 * unmodified backends of TensorFlow.js, with jax-js, and with ConvNetJS. `-- --check` exits with 1 when a target is missed.
 * Nothing else should run on the machine meanwhile. It takes a few minutes, nearly all of them for the slow ones.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { makeParts } from '../build/build';
import { withLab } from '../lab';
import type { Timed, Way } from '../lab/bench-train';
import { ROOT } from '../project';
import { measurePeaks, peakLine, reachedLine } from './peak/measure';

const BATCH = 32;
/** Without a GPU, Chromium offers WebGPU in software only when a flag is set. */
const GPU_ARGS = ['--enable-unsafe-webgpu'];
const WAYS: readonly (Way & { readonly name: string })[] = [
  {
    name: 'ours, WASM with threads',
    library: 'ours',
    backend: 'wasm',
    threads: true,
    steps: 25,
    warmUp: BATCH,
  },
  {
    name: 'ours, WASM in one thread',
    library: 'ours',
    backend: 'wasm',
    threads: false,
    steps: 15,
    warmUp: BATCH,
  },
  {
    name: 'ours, photographs’ network',
    library: 'ours',
    network: 'photographs',
    backend: 'wasm',
    threads: true,
    steps: 15,
    warmUp: BATCH,
  },
  { name: 'jax-js WASM', library: 'jax-js', backend: 'wasm', threads: true, steps: 2, warmUp: BATCH },
  { name: 'tfjs WASM as it comes', library: 'tfjs', backend: 'wasm', threads: true, steps: 3, warmUp: BATCH },
  { name: 'tfjs CPU', library: 'tfjs', backend: 'cpu', threads: false, steps: 1, warmUp: 4 },
  { name: 'tfjs WebGL', library: 'tfjs', backend: 'webgl', threads: false, steps: 3, warmUp: BATCH },
  { name: 'tfjs WebGPU', library: 'tfjs', backend: 'webgpu', threads: false, steps: 1, warmUp: BATCH },
  { name: 'ConvNetJS', library: 'convnetjs', backend: 'cpu', threads: false, steps: 2, warmUp: 4 },
];

/** A row of the table: milliseconds an image, or why there are none. */
interface Row {
  readonly name: string;
  readonly timed: Timed | null;
  readonly problem?: string;
}

async function measure({ name, ...way }: (typeof WAYS)[number]): Promise<Row> {
  try {
    const timed = await withLab('scripts/lab/bench-train.ts', (ask) => ask<Timed>('time', way), {
      chromiumArgs: GPU_ARGS,
    });
    return { name, timed };
  } catch (error) {
    const [problem] = String(error instanceof Error ? error.message : error).split('\n');
    return { name, timed: null, problem: problem.replace(/^page\.evaluate: (Error: )?/, '') };
  }
}

const perImage = (milliseconds: number) => (milliseconds / BATCH).toFixed(2);

function print({ name, timed, problem = '' }: Row): void {
  const cells = timed
    ? [perImage(timed.step), perImage(timed.forward), (timed.step / timed.forward).toFixed(2)]
    : [];
  const written = timed ? cells.map((cell) => cell.padStart(14)).join('') : problem;
  console.log(`${name.padEnd(28)}${written}`);
}

/** The targets, each with the value reached; undefined where the other library could not be measured. */
function targets(rows: readonly Row[]) {
  const of = (name: string) => rows.find((row) => row.name === name)?.timed;
  const ours = of('ours, WASM with threads');
  const photographs = of('ours, photographs’ network');
  const perProduct = ({ step, multiplyAdds }: Timed) => step / multiplyAdds;
  const times = (other: Timed | null | undefined) => other && ours && other.step / ours.step;
  return [
    { what: 'ms an image, with threads', reached: ours && ours.step / BATCH, most: 7 },
    { what: 'forward passes a step', reached: ours && ours.step / ours.forward, most: 4.5 },
    {
      what: 'times as long for each multiply-add, photographs’ network',
      reached: ours && photographs && perProduct(photographs) / perProduct(ours),
      most: 1.2,
    },
    { what: 'times as fast as jax-js', reached: times(of('jax-js WASM')), least: 2 },
    { what: 'times as fast as tfjs CPU', reached: times(of('tfjs CPU')), least: 100 },
    { what: 'times as fast as ConvNetJS', reached: times(of('ConvNetJS')), least: 15 },
  ];
}

/** For JSON: a clock's digits beyond hundredths mean nothing. */
const rounded = (_: string, value: unknown) => (typeof value === 'number' ? Number(value.toFixed(2)) : value);

const met = ({ reached, most, least }: ReturnType<typeof targets>[number]) =>
  reached !== undefined && reached !== null && reached <= (most ?? reached) && reached >= (least ?? reached);

await makeParts(['images']);
console.log(
  `\nThe reference network, batches of ${BATCH}\n${' '.repeat(28)}${['step', 'forward', 'step /'].map((head) => head.padStart(14)).join('')}`,
);
console.log(
  `${' '.repeat(28)}${['ms an image', 'ms an image', 'forward'].map((head) => head.padStart(14)).join('')}`,
);
const rows: Row[] = [];
for (const way of WAYS) {
  const row = await measure(way);
  rows.push(row);
  print(row);
}
console.log();
const peaks = await measurePeaks();
for (const peak of peaks) {
  console.log(peakLine(peak));
  const timed = rows.find(
    (row) => row.name.startsWith('ours, WASM') && row.timed?.threads === peak.threads,
  )?.timed;
  if (timed) console.log(reachedLine(peak, { forward: timed.forward / BATCH, step: timed.step / BATCH }));
}
console.log();
const results = targets(rows);
for (const target of results) {
  const { what, reached, most, least } = target;
  const wanted = most === undefined ? `at least ${least}` : `at most ${most}`;
  console.log(
    `${met(target) ? 'met   ' : 'MISSED'} ${reached?.toFixed(2) ?? 'not measured'} ${what} (${wanted})`,
  );
}
const folder = join(ROOT, 'bench', 'results');
mkdirSync(folder, { recursive: true });
const machine = { cores: availableParallelism(), processor: cpus()[0]?.model, node: process.version };
writeFileSync(
  join(folder, 'train.json'),
  `${JSON.stringify({ machine, batch: BATCH, unit: 'ms a batch', rows, peaks, targets: results }, rounded, 2)}\n`,
);
if (process.argv.includes('--check') && !results.every(met)) process.exitCode = 1;
