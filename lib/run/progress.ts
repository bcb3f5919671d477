import { median, sum } from 'd3-array';
import { type BackendReport, PROBE_BATCH } from '@/lib/network/backends';
import type { Pipeline, Stage } from '@/lib/network/pipeline';
import type { EpochRecord, TrainingEvent } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import type { ImageCounts } from '@/lib/network/subject';

type Batch = Extract<TrainingEvent, { type: 'batch' }>;

/** A run's progress in steps of the optimizer, and the estimated remaining time. */
export interface Progress {
  readonly steps: number;
  readonly done: number;
  /** Milliseconds; null until a step was measured. */
  readonly left: number | null;
  /** Milliseconds per training image, including its share of the step; null until a step was measured. */
  readonly perImage: number | null;
}

/** How many of the latest steps determine the current speed: a machine's pace changes while it trains. */
const LATEST = 20;

/** How many of all training images a run uses in an epoch. */
export const imagesOf = ({ images }: TrainingSettings, all: number): number => images ?? all;

export const batchesPerEpoch = (images: number, batchSize: number): number => Math.ceil(images / batchSize);

/**
 * The time of an epoch besides its steps, for evaluating the validation images, and the test images where they are followed,
 * and for storing the network at its end. Milliseconds, from the last epoch of which each is known.
 */
function besidesSteps(epochs: readonly EpochRecord[], batches: readonly Batch[]): number {
  const last = epochs.findLast(({ epoch }) => epoch > 0);
  if (!last) return 0;
  const steps = sum(batches, (batch) => (batch.epoch === last.epoch ? batch.milliseconds : 0));
  const storing = batches.findLast((batch) => batch.storing !== undefined && batch.batch === 1)?.storing ?? 0;
  return Math.max(0, last.milliseconds - steps) + storing;
}

/**
 * The progress of a run over `images` training images. The remaining time is based on the median of the
 * latest steps.
 */
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
  // For a stored run only the epochs are known.
  const done = Math.min(steps, latest ? (latest.epoch - 1) * perEpoch + latest.batch : finished * perEpoch);
  const perStep = median(batches.slice(-LATEST), (batch) => batch.milliseconds);
  if (perStep === undefined) return { steps, done, left: null, perImage: null };
  const toMeasure = Math.max(0, settings.epochs - finished);
  const left = (steps - done) * perStep + toMeasure * besidesSteps(epochs, batches);
  return { steps, done, left, perImage: perStep / settings.batchSize };
}

/** A network as far as the work of a step depends on it. */
type Worked = Pick<Pipeline, 'multiplyAdds' | 'stages'>;

/**
 * How many forward passes a step costs, by its multiply-adds. Beside the forward pass there are two products for each of
 * it: the gradient with respect to the weights, in layers that learn, and that with respect to the input, down to the
 * lowest of these. So about three where all layers learn, and little more than one where only the last one does.
 */
export function passesAStep({ multiplyAdds, stages }: Worked, frozen: readonly string[] = []): number {
  const learns = ({ id, weights }: Stage) => weights !== null && !frozen.includes(id);
  const lowest = stages.findIndex(learns);
  if (lowest < 0 || multiplyAdds === 0) return 1;
  const work = (some: readonly Stage[]) => sum(some, (stage) => stage.multiplyAdds);
  return 1 + (work(stages.filter(learns)) + work(stages.slice(lowest))) / multiplyAdds;
}

/**
 * The estimated duration of a run in milliseconds, from the probe's time of a forward pass per image: its steps, and what
 * is only measured. That is the validation images before the first epoch and after each, and before it the training images.
 */
export function estimate(
  settings: TrainingSettings,
  network: Worked,
  { training, heldOut }: Pick<ImageCounts, 'training' | 'heldOut'>,
  forwardPass: number,
): number {
  const images = imagesOf(settings, training);
  const learned = settings.epochs * images * passesAStep(network, settings.frozen);
  const measured = (settings.epochs + 1) * heldOut + images;
  return (learned + measured) * forwardPass;
}

/**
 * How many times as long as its passes alone a run takes in a page that draws and stores it: on two cores ten epochs took
 * 17.0 s (`bench:walk`), and their passes, in training and in measuring, 12.8 and 2.2 s.
 */
const WHILE_SHOWN = 1.15;

/** The same where a page draws and stores the run. */
export const estimateShown = (...run: Parameters<typeof estimate>): number => WHILE_SHOWN * estimate(...run);

/**
 * The estimated milliseconds of a training step of `batch` images in a network, from the probe's pace on another one.
 * `frozen`: the stages that don't learn. Null: not measured.
 */
export function stepEstimate(
  probe: BackendReport,
  network: Worked,
  batch: number,
  frozen: readonly string[] = [],
): number | null {
  const forward = probe.multiplyAdds ? forwardPass(probe, network) : null;
  return forward === null ? null : forward * passesAStep(network, frozen) * batch;
}

/**
 * Milliseconds per image of a forward pass, by the probe: in a batch where that was measured, otherwise
 * alone. Where another network was probed than this one, by the number of products. Null: not measured.
 */
export function forwardPass(
  { milliseconds, batchMilliseconds, multiplyAdds }: BackendReport,
  network?: Pick<Pipeline, 'multiplyAdds'>,
): number | null {
  const probed = batchMilliseconds === undefined ? milliseconds : batchMilliseconds / PROBE_BATCH;
  return probed !== null && network && multiplyAdds ? (probed * network.multiplyAdds) / multiplyAdds : probed;
}
