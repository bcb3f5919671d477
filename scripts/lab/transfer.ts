/** Trains a network on a few images, from the frozen photographs' network or from scratch, as a page does. */
import { expose } from 'comlink';
import { range } from 'd3-array';
import { imagesOf } from '@/lib/data/data-set';
import { decodePack } from '@/lib/data/pack/pack';
import { createEngine, type EngineClient } from '@/lib/engine/client/client';
import { runToEnd } from '@/lib/engine/client/run-to-end';
import { answersOf } from '@/lib/metrics/classification';
import type { Architecture } from '@/lib/network/architecture';
import { OWN } from '@/lib/network/handle';
import type { TrainingSettings } from '@/lib/network/settings';
import type { ImageAddresses } from '@/lib/network/subject';
import { must } from '@/lib/result';
import { transferredWeights } from '@/lib/store/subject/train-on-set';

/** What the lab is to train. */
export interface TransferRun {
  readonly architecture: Architecture;
  readonly settings: TrainingSettings;
  readonly images: ImageAddresses;
  /** Where the images lie that are only looked at in the end. */
  readonly test: string;
}

/** What a run reaches: shares of the images that the network gets right. */
export interface Reached {
  readonly epoch: number;
  readonly training: number;
  readonly test: number;
}

const AT_ONCE = 100;

/** The share of a set that the engine's network gets right. */
async function tested(engine: EngineClient, address: string, classes: number): Promise<number> {
  const set = must(await decodePack(new Uint8Array(await (await fetch(address)).arrayBuffer())));
  let right = 0;
  for (let from = 0; from < set.count; from += AT_ONCE) {
    const places = range(from, Math.min(from + AT_ONCE, set.count));
    const probabilities = must(await engine.predict(OWN, imagesOf(set, places), places.length));
    const labels = set.labels.slice(from, from + places.length);
    const answers = answersOf({ probabilities, labels, classes });
    right += answers.filter((answer, at) => answer === labels[at]).length;
  }
  return right / set.count;
}

async function train({ architecture, settings, images, test }: TransferRun): Promise<Reached> {
  const brought = settings.initialisation === 'opened' ? must(await transferredWeights(architecture)) : null;
  const engine = createEngine({ base: '', keeps: false });
  const files = { images, shipped: null, ...(brought && { brought }) };
  const source = brought ? { weights: brought } : { initial: settings.seed };
  must(await engine.open({ handle: OWN, architecture, source, subject: 'transfer', files }));
  const { how, problem, log } = must(await runToEnd(engine, settings));
  if (how !== 'finished' || !log) throw new Error(problem?.sentence ?? 'the run left no log');
  const { epoch, accuracy } = log.epochs[log.epochs.length - 1];
  const reached = {
    epoch,
    training: accuracy,
    test: await tested(engine, test, architecture.classes.length),
  };
  engine.dispose();
  return reached;
}

expose({ train });
