/**
 * `npm run bench:open`: how long it takes to open a network from files, until its first feature maps are shown, and what
 * that costs the page: for Tiny VGG (PIPELINE_MODELS names the folder above its own) and for a network of 25 MB. `-- --check`
 * exits with 1 when a target is missed. Nothing else should run on the machine meanwhile.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asLayersModel } from '@/lib/interchange/write/tfjs';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { must } from '@/lib/result';
import { randomWeights } from '@/tests/unit/support/random-weights';
import { launch, withSite } from '../browser';
import { build } from '../build/build';
import { CACHE, ROOT } from '../project';
import { warmPage } from './measure-load';
import { measureOpening, type Opening, type PageCost } from './measure-opening';

/** Milliseconds until the first maps; the larger network's tasks and its memory as a multiple of its files are limited too. */
const TARGETS = { small: 1000, large: 4000, longestTask: 50, memory: 3 } as const;
const SMALL = join(process.env.PIPELINE_MODELS ?? join(ROOT, '..', 'shared', 'models'), 'tinyvgg');
const LARGE = join(CACHE, 'bench-open');

const ARCHITECTURE: Architecture = {
  name: 'large',
  input: [64, 64, 3],
  classes: Array.from({ length: 10 }, (_, at) => `class ${at + 1}`),
  layers: [
    { id: 'input', kind: 'input' },
    { id: 'conv', kind: 'conv2d', filters: 16, kernel: 3, stride: 1, padding: 'same', activation: 'relu' },
    { id: 'pool', kind: 'maxPool', size: 4, stride: 4, padding: 'valid' },
    { id: 'flatten', kind: 'flatten' },
    { id: 'dense', kind: 'dense', units: 1550, activation: 'relu' },
    { id: 'output', kind: 'dense', units: 10, activation: 'softmax' },
  ],
};

/** Writes the large network; returns its files. */
function writeLarge(): readonly string[] {
  const pipeline = must(buildPipeline(ARCHITECTURE));
  mkdirSync(LARGE, { recursive: true });
  return asLayersModel({ pipeline, weights: randomWeights(pipeline, 1) }).map(({ name, bytes }) => {
    writeFileSync(join(LARGE, name), bytes);
    return join(LARGE, name);
  });
}

const small = ['model.json', 'group1-shard1of1.bin'].map((name) => join(SMALL, name));
if (!existsSync(SMALL)) console.log(`Without Tiny VGG: there is no ${SMALL}.`);
const asked = [
  ...(existsSync(SMALL) ? [{ name: 'Tiny VGG', files: small, shape: '62×62×10', limit: TARGETS.small }] : []),
  { name: 'a network of 25 MB', files: writeLarge(), shape: '64×64×16', limit: TARGETS.large },
];

const ms = (value: number) => `${Math.round(value)} ms`;
const mb = (value: number) => `${(value / 1e6).toFixed(1)} MB`;

const costs = ({ tasks, memory }: PageCost, fileBytes: number): string => {
  const longest = Math.max(0, ...tasks);
  return `  longest task                 ${longest === 0 ? 'under 50 ms' : ms(longest)}
  memory above that before     ${memory === null ? 'not known' : `${mb(memory)} (${(memory / fileBytes).toFixed(1)} times the files)`}`;
};

function report({ fileBytes, read, again, ...cost }: Opening): string {
  return `  files                        ${mb(fileBytes)}
  until they are read          ${ms(read)}
  from then to the first maps  ${ms(cost.shown)}
  together                     ${ms(read + cost.shown)}
${costs(cost, fileBytes)}
 on a later visit, once the browser has stored it
  until the first maps         ${ms(again.shown)}
${costs(again, fileBytes)}`;
}

/** What a large network costs too much. */
function missedBy(name: string, { tasks, memory }: PageCost, fileBytes: number): readonly string[] {
  const longest = Math.max(0, ...tasks);
  const most = TARGETS.memory * fileBytes;
  return [
    ...(longest > TARGETS.longestTask
      ? [`${name}: a task of ${ms(longest)}, the target is ${ms(TARGETS.longestTask)}`]
      : []),
    ...(memory !== null && memory > most
      ? [`${name}: ${mb(memory)} of memory, the target is ${mb(most)}`]
      : []),
  ];
}

if (!process.env.SITE_URL) await build();
const browser = await launch();
const missed: string[] = [];
try {
  await withSite(async (address) => {
    for (const { name, files, shape, limit } of asked) {
      const opening = await measureOpening(await warmPage(browser), address, files, shape);
      console.log(`\n${name}\n${report(opening)}`);
      const { read, shown, fileBytes, again } = opening;
      if (read + shown > limit) missed.push(`${name}: ${ms(read + shown)}, the target is ${ms(limit)}`);
      if (again.shown > limit) missed.push(`${name}, later: ${ms(again.shown)}, the target is ${ms(limit)}`);
      if (limit !== TARGETS.large) continue;
      for (const [when, cost] of [
        [name, opening],
        [`${name}, later`, again],
      ] as const)
        missed.push(...missedBy(when, cost, fileBytes));
    }
  });
} finally {
  await browser.close();
  rmSync(LARGE, { recursive: true, force: true });
}
console.log(missed.length > 0 ? `\nMissed:\n  ${missed.join('\n  ')}` : '\nEvery target is met.');
if (process.argv.includes('--check') && missed.length > 0) process.exitCode = 1;
