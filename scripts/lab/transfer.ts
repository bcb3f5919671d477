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
import { type Transferred, transferred } from '@/lib/network/transfer';
import type { WeightSet } from '@/lib/network/weights';
import { must } from '@/lib/result';
import { openedSubject } from '@/lib/store/subject/opened-subject';
import { FIRST_SETTINGS } from '@/lib/store/training/training-view';

/** What is trained. */
export interface TransferRun {
  /** The network with its own classes, and where its weights are. */
  readonly architecture: Architecture;
  readonly weights: string;
  readonly classes: readonly string[];
  readonly images: ImageAddresses;
  readonly counts: { readonly training: number; readonly heldOut: number };
  /** Of the initial weights and of the order of the images. */
  readonly seed: number;
}

/** The accuracy on the images that were held out, and how long the run took. */
export interface TransferEnd {
  readonly accuracy: number;
  readonly training: number;
  readonly seconds: number;
  readonly settings: TrainingSettings;
}

/** The settings that the page proposes for a network and a set of one's own. */
function proposed(
  architecture: Architecture,
  weights: WeightSet | null,
  { counts, seed }: TransferRun,
): TrainingSettings {
  const own = {
    set: '',
    seed,
    count: counts.training + counts.heldOut,
    counts: { ...counts, test: 0 },
    first: { id: '', label: architecture.classes[0] },
  };
  const { settings } = openedSubject('net-00000000', { architecture, weights, own });
  return { ...FIRST_SETTINGS, ...settings, seed };
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
  return { accuracy: last.heldOutAccuracy, training: last.accuracy, seconds, settings };
}

/** With the layers frozen that the page proposes to freeze, and a new last one. */
async function onLearned(run: TransferRun): Promise<TransferEnd> {
  const { architecture, weights } = await prepared(run);
  return trained(architecture, { weights }, run.images, proposed(architecture, weights, run));
}

async function prepared({
  weights: address,
  architecture,
  classes,
  seed,
}: TransferRun): Promise<Transferred> {
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  const { weights } = must(readWeights(bytes, must(buildPipeline(architecture))));
  return must(transferred(architecture, weights, classes, seed));
}

/** The same architecture with initial weights, all of which learn. */
async function fromScratch(run: TransferRun): Promise<TransferEnd> {
  const architecture = withClasses(run.architecture, run.classes);
  return trained(architecture, { initial: run.seed }, run.images, proposed(architecture, null, run));
}

/** The same with as many epochs, of as many steps, as the frozen network is given. */
async function fromScratchAsLong(run: TransferRun): Promise<TransferEnd> {
  const { architecture, weights } = await prepared(run);
  const { epochs, batchSize } = proposed(architecture, weights, run);
  const settings = { ...proposed(architecture, null, run), epochs, batchSize };
  return trained(architecture, { initial: run.seed }, run.images, settings);
}

expose({ onLearned, fromScratch, fromScratchAsLong });
