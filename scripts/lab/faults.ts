/** For `npm run check:faults`: trains healthy and broken runs, and measures in each the number that reveals each fault. */
import { expose } from 'comlink';
import { investigate } from '@/lib/challenges/faults/investigate';
import { FAULTS, type Fault, type Suspicion } from '@/lib/challenges/faults/suspicions';
import { caseOf } from '@/lib/course/faults/cases';
import { SIGNATURES } from '@/lib/course/faults/signatures';
import { COURSE } from '@/lib/course/subject';
import { createEngine } from '@/lib/engine/client/client';
import { filesOf } from '@/lib/network/subject';
import { must } from '@/lib/result';

/** One fault's number in a healthy run and in a run that has it. Null stands for NaN, which JSON lacks. */
export interface Measured {
  readonly fault: Fault;
  readonly healthy: number | null;
  readonly broken: number | null;
}

const engine = createEngine({ base: '', keeps: false });

async function measure(seed: number): Promise<readonly Measured[]> {
  const response = await fetch('/images/samples/cat-1.bin');
  const image = new Uint8Array(await response.arrayBuffer());
  const evidenceOf = async (suspicion: Suspicion) =>
    must(await investigate(engine, caseOf(suspicion, seed), { pixels: image, files: filesOf(COURSE) }));
  const finite = (value: number) => (Number.isFinite(value) ? value : null);
  const healthy = await evidenceOf('none');
  const measured: Measured[] = [];
  for (const fault of FAULTS) {
    const number = SIGNATURES[fault].measure;
    const broken = finite(number(await evidenceOf(fault)));
    measured.push({ fault, healthy: finite(number(healthy)), broken });
  }
  return measured;
}

expose({ measure });
