/** Trains the same few images twice, on a network that has learned other things and from scratch, for `npm run check:transfer`. */
import { expose } from 'comlink';
import { readWeights } from '@/lib/checkpoint/weights';
import { createEngine } from '@/lib/engine/client/client';
import { runToEnd } from '@/lib/engine/client/run-to-end';
import type { WeightSource } from '@/lib/engine/protocol';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { withClasses } from '@/lib/network/edit/draft';
import { OWN } from '@/lib/network/handle';
import type { TrainingSettings } from '@/lib/network/settings';
import type { ImageAddresses } from '@/lib/network/subject';
import { transferred } from '@/lib/network/transfer';
import { must } from '@/lib/result';

/** What is trained. */
export interface TransferRun {
  /** The network with its own classes, and where its weights are. */
  readonly architecture: Architecture;
  readonly weights: string;
  readonly classes: readonly string[];
  readonly images: ImageAddresses;
  readonly settings: TrainingSettings;
}

/** The accuracy on the images that were held out, and how long the run took. */
export interface TransferEnd {
  readonly accuracy: number;
  readonly training: number;
  readonly seconds: number;
}

async function trained(
  architecture: Architecture,
  source: WeightSource,
  images: ImageAddresses,
  settings: TrainingSettings,
): Promise<TransferEnd> {
  const engine = createEngine({ base: '', keeps: false });
  const files = { images, shipped: null };
  must(await engine.open({ handle: OWN, architecture, source, subject: 'transfer', files }));
  const start = performance.now();
  const { how, problem, log } = must(await runToEnd({ engine, handle: OWN }, settings));
  engine.dispose();
  const last = log?.epochs.at(-1);
  if (how !== 'finished' || !last) throw new Error(problem?.sentence ?? 'the run left no log');
  const seconds = (performance.now() - start) / 1000;
  return { accuracy: last.heldOutAccuracy, training: last.accuracy, seconds };
}

/** With all layers frozen but the last one. */
async function onLearned(run: TransferRun): Promise<TransferEnd> {
  const bytes = new Uint8Array(await (await fetch(run.weights)).arrayBuffer());
  const { weights } = must(readWeights(bytes, must(buildPipeline(run.architecture))));
  const start = must(transferred(run.architecture, weights, run.classes, run.settings.seed));
  const settings = { ...run.settings, initialisation: 'opened', frozen: start.learned } as const;
  return trained(start.architecture, { weights: start.weights }, run.images, settings);
}

/** The same architecture with initial weights, all of which learn. */
async function fromScratch(run: TransferRun): Promise<TransferEnd> {
  const architecture = withClasses(run.architecture, run.classes);
  return trained(architecture, { initial: run.settings.seed }, run.images, run.settings);
}

expose({ onLearned, fromScratch });
