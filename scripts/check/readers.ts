/**
 * `npm run check:readers`: damages good files of every format that networks and data sets are read from (`-- SEED` for
 * other damage), and reads each. It must be refused in a sentence, or opened as a network or a set that works: never an exception, never more
 * than five seconds, and never other numbers than the file can hide. Prints the counts, and exits 1 at any fault.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { randomInt, randomLcg } from 'd3-random';
import { MUTATIONS, type Mutation, type Random } from '@/tests/unit/interchange/support/mutations';
import { ROOT } from '../project';
import { type GoodFiles, goodNetworks } from './readers/good-files';
import { goodSets } from './readers/good-sets';
import type { Asked, Reading } from './readers/reading';

const FOREIGN = process.env.PIPELINE_MODELS ?? join(ROOT, '..', 'shared', 'models');
const TIMES = 60;
const LONGEST_MS = 5000;
const SHORTEST_SENTENCE = 20;
const LONGEST_SENTENCE = 800;

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

/** How many values differ; all where there are not as many. */
function difference(one: readonly Float32Array[], other: readonly Float32Array[]): number {
  let count = 0;
  for (const [at, values] of one.entries())
    for (const [place, value] of values.entries()) if (!Object.is(value, other[at]?.[place])) count += 1;
  return count;
}

type Outcome = 'refused' | 'same' | 'other numbers' | 'other network' | 'fault';

/** What became of a damaged network, and what is wrong with that. */
function outcomeOf(
  good: Reading,
  now: Reading | null,
  { mostValues }: Mutation,
): { readonly outcome: Outcome; readonly fault?: string } {
  if (now === null) return { outcome: 'fault', fault: `took longer than ${LONGEST_MS} ms` };
  if ('threw' in now) return { outcome: 'fault', fault: now.threw };
  if ('refused' in now) {
    const { length } = now.refused;
    const fits = length >= SHORTEST_SENTENCE && length <= LONGEST_SENTENCE;
    return fits ? { outcome: 'refused' } : { outcome: 'fault', fault: `a sentence of ${length} letters` };
  }
  if (!('values' in good)) return { outcome: 'fault', fault: 'the undamaged file was refused' };
  if (now.architecture !== good.architecture) return { outcome: 'other network' };
  const differing = difference(good.values, now.values);
  if (differing === 0) return { outcome: 'same' };
  if (differing > mostValues)
    return { outcome: 'fault', fault: `${differing} values are others, and nothing was said` };
  return { outcome: 'other numbers' };
}

async function check(
  what: Asked['what'],
  { name, files }: GoodFiles,
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
    const { outcome, fault } = outcomeOf(good, await reading({ what, files: damaged }), mutation);
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    if (fault) faults.push(`${name}, ${mutation.name} (${time}): ${fault}`);
  }
  const listed = [...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ');
  console.log(`${name.padEnd(36)} ${listed}`);
  return faults;
}

const source = randomLcg(Number(process.argv[2] ?? 1) / 1000);
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
  `\n${(networks.length + sets.length) * TIMES} damaged files of ${networks.length} networks and ${sets.length} data sets, ${faults.length} faults`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
