import { afterAll, expect, test } from 'vitest';
import { investigate } from '@/lib/challenges/faults/investigate';
import { FAULTS, type Fault, type Suspicion } from '@/lib/challenges/faults/suspicions';
import { caseOf } from '@/lib/course/faults/cases';
import { SIGNATURES } from '@/lib/course/faults/signatures';
import { COURSE } from '@/lib/course/subject';
import { createEngine } from '@/lib/engine/client/client';
import { filesOf } from '@/lib/network/subject';
import { must } from '@/lib/result';
import { sample } from '../support/worker-kit';

const engine = createEngine({ base: '', keeps: false });
afterAll(() => engine.dispose());

const evidenceOf = async (suspicion: Suspicion, seed: number) =>
  must(
    await investigate(engine, caseOf(suspicion, seed), {
      pixels: await sample('cat-1'),
      files: filesOf(COURSE),
    }),
  );

// More seeds, and each fault: `npm run check:faults`.
const seed = 1;
/** Trained in challenges.test.ts. */
const TRAINED_ELSEWHERE: readonly Fault[] = ['rate', 'few'];

test('each fault is detected, and a healthy run shows none', async () => {
  const healthy = await evidenceOf('none', seed);
  for (const fault of FAULTS) {
    const { measure, limit } = SIGNATURES[fault];
    expect(measure(healthy), `healthy, ${fault}`).toBeLessThanOrEqual(limit);
    if (TRAINED_ELSEWHERE.includes(fault)) continue;
    expect(measure(await evidenceOf(fault, seed)), fault).toBeGreaterThan(limit);
  }
}, 300_000);
