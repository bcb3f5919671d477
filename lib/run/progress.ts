import { median, sum } from 'd3-array';
import { type BackendReport, PROBE_BATCH } from '@/lib/network/backends';
import type { EpochRecord, TrainingEvent } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';

type Batch = Extract<TrainingEvent, { type: 'batch' }>;

/** How far a run is, in steps of the optimizer, and how long the rest will take as measured so far. */
export interface Progress {
  readonly steps: number;
  readonly done: number;
  /** Milliseconds; null until a step was measured. */
  readonly left: number | null;
  /** Milliseconds a training image costs, step and all; null until a step was measured. */
  readonly perImage: number | null;
}

/** So many of the latest steps say how fast it goes now: a machine's pace changes while it trains. */
const LATEST = 20;

/** How many training images, of all that there are, a run meets in an epoch. */
export const imagesOf = ({ images }: TrainingSettings, all: number): number => images ?? all;

export const batchesPerEpoch = (images: number, batchSize: number): number => Math.ceil(images / batchSize);

/** What an epoch takes besides its steps: measuring on the held-out images. Milliseconds, from the last epoch measured. */
function besidesSteps(epochs: readonly EpochRecord[], batches: readonly Batch[]): number {
  const last = epochs.findLast(({ epoch }) => epoch > 0);
  if (!last) return 0;
  const steps = sum(batches, (batch) => (batch.epoch === last.epoch ? batch.milliseconds : 0));
  return Math.max(0, last.milliseconds - steps);
}

/** Progress of a run over `images` training images. The time left goes by the median of the latest steps. */
export function progressOf(
  settings: TrainingSettings,
  epochs: readonly EpochRecord[],
  batches: readonly Batch[],
  images: number,
): Progress {
  const perEpoch = batchesPerEpoch(images, settings.batchSize);
  const steps = perEpoch * settings.epochs;
  const latest = batches.at(-1);
  const finished = epochs.findLast(({ epoch }) => epoch > 0)?.epoch ?? 0;
  // Of a run that was kept only the epochs are known.
  const done = Math.min(steps, latest ? (latest.epoch - 1) * perEpoch + latest.batch : finished * perEpoch);
  const perStep = median(batches.slice(-LATEST), (batch) => batch.milliseconds);
  if (perStep === undefined) return { steps, done, left: null, perImage: null };
  const toMeasure = Math.max(0, settings.epochs - finished);
  const left = (steps - done) * perStep + toMeasure * besidesSteps(epochs, batches);
  return { steps, done, left, perImage: perStep / settings.batchSize };
}

/** A step costs about three forward passes: going back, each product of the forward pass is met twice. */
const FORWARD_PASSES_A_STEP = 3;

/** How long a run will take, in milliseconds, by what the probe measured: a forward pass takes so long an image. */
export const estimate = (settings: TrainingSettings, images: number, forwardPass: number): number =>
  settings.epochs * images * forwardPass * FORWARD_PASSES_A_STEP;

/** Milliseconds an image takes forward, by the probe: in a batch where that was measured, else alone. Null: not measured. */
export function forwardPass({ milliseconds, batchMilliseconds }: BackendReport): number | null {
  return batchMilliseconds === undefined ? milliseconds : batchMilliseconds / PROBE_BATCH;
}
