/**
 * `npm run check:readers`: damages good files of every format that networks and data sets are read from (`-- SEED TIMES` for
 * other damage, and more of it), and reads each. It must be refused in a sentence, or opened as the network or the set that
 * it was: never an exception, never more than five seconds, and never other numbers or another network than its form can
 * hide (see `readers/judge.ts`). Prints the counts, and exits 1 at any fault.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { randomInt, randomLcg } from 'd3-random';
import { MUTATIONS, type Random } from '@/tests/unit/interchange/support/mutations';
import { ROOT } from '../project';
import { type GoodFiles, goodNetworks, type NamedBytes } from './readers/good-files';
import { goodSets } from './readers/good-sets';
import { judge, LONGEST_MS, OUTCOMES, type Outcome } from './readers/judge';
import type { Asked, Reading } from './readers/reading';

const FOREIGN = process.env.PIPELINE_MODELS ?? join(ROOT, '..', 'shared', 'models');
const [SEED = 1, TIMES = 100] = process.argv.slice(2).map(Number);

const script = fileURLToPath(new URL('./readers/reading.ts', import.meta.url));
/** A process that has loaded what it reads with: that takes longer than any file. */
async function started(): Promise<ChildProcess> {
  const child = fork(script, { serialization: 'advanced', stdio: 'inherit' });
  child.send({ what: 'network', files: [] } satisfies Asked);
  await once(child, 'message');
  return child;
}
let reader = await started();

/** What the other process makes of files; null where it takes too long. */
async function reading(asked: Asked): Promise<Reading | null> {
  let timer: NodeJS.Timeout | undefined;
  const answer = new Promise<Reading>((resolve, reject) => {
    reader.once('message', (read) => resolve(read as Reading));
    reader.once('exit', () => reject(new Error('it ended')));
  });
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), LONGEST_MS);
  });
  reader.send(asked);
  const first = await Promise.race([
    answer.catch((error: unknown): Reading => ({ threw: String(error) })),
    late,
  ]);
  clearTimeout(timer);
  reader.removeAllListeners('message').removeAllListeners('exit');
  if (first === null || 'threw' in first) {
    reader.kill('SIGKILL');
    reader = await started();
  }
  return first;
}

/** How many layers a text names. */
const layersNamed = ({ bytes }: NamedBytes): number =>
  new TextDecoder().decode(bytes).match(/"(class_name|kind)":/g)?.length ?? 0;

/** Of all files. */
const totals = new Map<Outcome, number>();
const listed = (counts: ReadonlyMap<Outcome, number>) =>
  OUTCOMES.flatMap((outcome) => (counts.has(outcome) ? `${counts.get(outcome)} ${outcome}` : [])).join(', ');

async function check(
  what: Asked['what'],
  { name, files, summed = false }: GoodFiles,
  random: Random,
): Promise<readonly string[]> {
  const good = await reading({ what, files });
  if (!good || !('values' in good)) return [`${name}: refused undamaged: ${JSON.stringify(good)}`];
  const counts = new Map<Outcome, number>();
  const faults: string[] = [];
  for (let time = 0; time < TIMES; time++) {
    const mutation = MUTATIONS[time % MUTATIONS.length];
    const which = random(files.length);
    const damaged = files.map((file, at) =>
      at === which ? { ...file, bytes: mutation.mutate(file.bytes, random) } : file,
    );
    const text = /\.(json|csv)$/.test(files[which].name);
    const layersMore = text ? layersNamed(damaged[which]) - layersNamed(files[which]) : 0;
    const about = { mutation, summed, text, layersMore };
    const { outcome, fault } = judge(good, await reading({ what, files: damaged }), about);
    for (const counted of [counts, totals]) counted.set(outcome, (counted.get(outcome) ?? 0) + 1);
    if (fault) faults.push(`${name}, ${mutation.name} (${time}): ${fault}`);
  }
  console.log(`${name.padEnd(42)} ${listed(counts)}`);
  return faults;
}

const source = randomLcg(SEED / 1000);
const random: Random = (below) => randomInt.source(source)(below)();
const networks = await goodNetworks(join(FOREIGN, 'tinyvgg'));
if (!networks.some(({ name }) => name.startsWith('Tiny VGG')))
  console.log(
    `Without Tiny VGG: there is no ${join(FOREIGN, 'tinyvgg')} (PIPELINE_MODELS names its folder).`,
  );
const faults: string[] = [];
for (const network of networks) faults.push(...(await check('network', network, random)));
const sets = await goodSets();
for (const set of sets) faults.push(...(await check('set', set, random)));
reader.kill();
for (const fault of faults) console.log(`  ${fault}`);
console.log(
  `\n${(networks.length + sets.length) * TIMES} damaged files of ${networks.length} networks and ${sets.length} data sets, ${faults.length} faults: ${listed(totals)}`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
