/** Trains the reference network on the engine itself, and returns what `npm run record` writes. */

import { expose } from 'comlink';
import { writeSafetensors } from '@/lib/checkpoint/safetensors';
import { writeWeights } from '@/lib/checkpoint/weights';
import { REFERENCE, referencePipeline } from '@/lib/course/reference';
import { COURSE } from '@/lib/course/subject';
import { createEngine } from '@/lib/engine/client/client';
import { runToEnd } from '@/lib/engine/client/run-to-end';
import { keptRuns } from '@/lib/engine/runs/kept-network';
import { OwnRun } from '@/lib/engine/runs/own-run';
import { hasFilters } from '@/lib/kinds/parts/filters';
import { OWN } from '@/lib/network/handle';
import type { NetworkState, RunLog } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import { filesOf } from '@/lib/network/subject';
import type { WeightSet } from '@/lib/network/weights';
import { must } from '@/lib/result';
import type { NamedTensor } from '@/lib/run/packed';
import { base64 } from './base64';
import { epochLine } from './epoch-line';

const weightsWhere = (weights: WeightSet, kind: (id: string) => boolean): WeightSet =>
  Object.fromEntries(Object.entries(weights).filter(([id]) => kind(id)));

/** The output of a run: the files of its weights, as base64, and its log. */
export interface Recorded {
  readonly conv: string;
  readonly dense: string;
  readonly log: RunLog;
  /** The weights of all epochs except their large kernels, and those by epoch. */
  readonly small: string;
  readonly large: readonly string[];
}

async function record(settings: TrainingSettings): Promise<Recorded> {
  const engine = createEngine({ base: '' });
  engine.subscribe((event) => {
    if (event.type === 'message') console.log(event.problem.sentence);
  });
  const source = { initial: settings.seed };
  must(await engine.open({ handle: OWN, architecture: REFERENCE, source, files: filesOf(COURSE) }));
  const { how, problem, log, network } = must(
    await runToEnd({ engine, handle: OWN }, settings, {
      onEpoch: (record) => console.log(epochLine(record)),
    }),
  );
  if (how !== 'finished' || !log || !network) throw new Error(problem?.sentence ?? 'the run left no log');
  const weights = must(await engine.weights(OWN));
  return {
    conv: await base64(writeWeights(weightsWhere(weights, isConvolution), 'F32', network)),
    dense: await base64(
      writeWeights(
        weightsWhere(weights, (id) => !isConvolution(id)),
        'F16',
        network,
      ),
    ),
    log,
    ...(await epochsOf(log, network)),
  };
}

/** The recorded epochs as the site fetches them: small weights of all epochs in one file, large ones by epoch. */
async function epochsOf(log: RunLog, trained: NetworkState): Promise<Pick<Recorded, 'small' | 'large'>> {
  const run = new OwnRun();
  run.goOnAs((await keptRuns(COURSE.id))[0] ?? null);
  const small: NamedTensor[] = [];
  const large: string[] = [];
  for (const { epoch } of log.epochs) {
    const { tensors } = must(await run.read(epoch));
    const named = [...tensors].map(([name, tensor]): NamedTensor => [`${epoch}/${name}`, tensor]);
    const isPart = ([name]: NamedTensor) => tensors.has(`${name.slice(`${epoch}/`.length)}-scales`);
    large.push(await base64(writeSafetensors(named.filter(isPart), 'F32', { epoch: `${epoch}` })));
    small.push(...named.filter((entry) => !isPart(entry)));
  }
  const notes = { seed: `${trained.seed}`, steps: `${trained.step / trained.epoch}` };
  return { small: await base64(writeSafetensors(small, 'F32', notes)), large };
}

const isConvolution = (id: string): boolean =>
  referencePipeline.stages.some((stage) => stage.id === id && hasFilters(stage));

expose({ record });
