/** Trains a network of the shelf on the engine itself, and hands over what `npm run record -- NAME` writes. */
import { expose } from 'comlink';
import { writeSafetensors } from '@/lib/checkpoint/safetensors';
import { writeWeights } from '@/lib/checkpoint/weights';
import { createEngine, type EngineClient } from '@/lib/engine/client/client';
import { runToEnd } from '@/lib/engine/client/run-to-end';
import type { Architecture } from '@/lib/network/architecture';
import { OWN } from '@/lib/network/handle';
import type { NetworkState, RunLog } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import type { SubjectFiles } from '@/lib/network/subject';
import { must } from '@/lib/result';
import { type NamedTensor, packWeights } from '@/lib/run/packed';
import { base64 } from './base64';
import { epochLine } from './epoch-line';

/** Kernels with this many values are recorded in one byte a value: all but those that read the image. */
const MANY = 4096;

/** What the lab is to train. */
export interface ShelfRun {
  readonly subject: string;
  readonly architecture: Architecture;
  readonly settings: TrainingSettings;
  readonly files: SubjectFiles;
  /** Where the weights of each epoch are put as soon as it is over. */
  readonly kept: string;
}

/** What a run leaves: its weights as they ship, its log, and all epochs' weights as `scripts/lab/record.ts` has them. */
export interface RecordedShelf {
  readonly weights: string;
  readonly log: RunLog;
  readonly small: string;
  readonly large: readonly string[];
}

async function record({ subject, architecture, settings, files, kept }: ShelfRun): Promise<RecordedShelf> {
  const engine = createEngine({ base: '' });
  engine.subscribe((event) => {
    if (event.type === 'message') console.log(event.problem.sentence, event.problem.detail ?? '');
  });
  must(await engine.open({ handle: OWN, architecture, source: { initial: settings.seed }, subject, files }));
  const keeping: Promise<unknown>[] = [];
  const { how, problem, log, network } = must(
    await runToEnd({ engine, handle: OWN }, settings, {
      onEpoch(record) {
        console.log(epochLine(record));
        // The event of the last one comes before it is kept; the weights of the end are handed over anyway.
        if (record.epoch > 1) keeping.push(keep(engine, record.epoch - 1, `${kept}/${record.epoch - 1}`));
      },
    }),
  );
  if (how !== 'finished' || !log || !network) throw new Error(problem?.sentence ?? 'the run left no log');
  await Promise.all(keeping);
  const weights = must(await engine.weights(OWN));
  return {
    weights: await base64(writeWeights(weights, 'F16', network)),
    log,
    ...(await epochsOf(engine, log, network)),
  };
}

/** Puts an epoch's weights where they outlive this browser: an interruption then costs time and nothing else. */
async function keep(engine: EngineClient, epoch: number, address: string): Promise<void> {
  const weights = await engine.weights({ run: 'own', epoch });
  if (weights.ok) await fetch(address, { method: 'PUT', body: writeWeights(weights.value, 'F32') });
}

/** The recorded epochs as the site fetches them: what is small of all in one file, what is large by epoch. */
async function epochsOf(
  engine: EngineClient,
  log: RunLog,
  trained: NetworkState,
): Promise<Pick<RecordedShelf, 'small' | 'large'>> {
  const small: NamedTensor[] = [];
  const large: string[] = [];
  for (const { epoch } of log.epochs) {
    const packed = packWeights(must(await engine.weights({ run: 'own', epoch })), `${epoch}/`, MANY);
    const names = new Set(packed.map(([name]) => name));
    const isPart = ([name]: NamedTensor) => names.has(`${name}-scales`);
    large.push(await base64(writeSafetensors(packed.filter(isPart), 'F32', { epoch: `${epoch}` })));
    small.push(...packed.filter((entry) => !isPart(entry)));
  }
  const notes = { seed: `${trained.seed}`, steps: `${trained.step / trained.epoch}` };
  return { small: await base64(writeSafetensors(small, 'F32', notes)), large };
}

expose({ record });
