/* What two networks predict for images of both kinds: those that each was made for, and those that it never met. */
import { mean } from 'd3-array';
import { readWeights } from '@/lib/checkpoint/weights';
import { loadSampleList } from '@/lib/data/samples/list';
import { loadSample, type Sample } from '@/lib/data/samples/sample';
import { pipelineOf } from '@/lib/network/pipeline';
import type { ShippedSubject } from '@/lib/network/subject';
import type { WeightSet } from '@/lib/network/weights';
import { fail, ok, type Result } from '@/lib/result';
import { PHOTOGRAPHS } from '@/lib/shelf/photographs';
import { SHELF } from '@/lib/shelf/shelf';
import { asset } from '@/lib/site/asset';
import engineWords from '@/words/engine';
import words from '@/words/state';
import { engineStore, presentEngine } from '../engine/engine';
import { until } from '../engine/until';

const [DRAWINGS] = SHELF;
/** Both have the same ten classes. */
export const COMPARED: readonly ShippedSubject[] = [DRAWINGS, PHOTOGRAPHS];

/** A network's top prediction. */
export interface TopPrediction {
  readonly label: string;
  /** Its probability, which is how confident the network is. */
  readonly share: number;
  readonly isRight: boolean;
}

/** An image, and what each of {@link COMPARED} predicts for it. */
export interface ComparedImage {
  readonly sample: Sample;
  readonly predictions: readonly TopPrediction[];
}

/** All photographs, and before them drawings of their classes that no network was trained on. */
export function samplesToCompare(all: readonly Sample[]): readonly Sample[] {
  const photographs = all.filter(({ photograph }) => photograph);
  const labels = new Set(photographs.map(({ label }) => label));
  const drawings = all.filter(
    ({ photograph, heldOut, label }) => heldOut && !photograph && labels.has(label),
  );
  return [...drawings, ...photographs];
}

/** How many of these a network, by its place among {@link COMPARED}, gets right, and how confident it is on average. */
export function tally(images: readonly ComparedImage[], network: number) {
  const predictions = images.map((image) => image.predictions[network]);
  return {
    right: predictions.filter(({ isRight }) => isRight).length,
    confidence: mean(predictions, ({ share }) => share) ?? 0,
  };
}

async function shippedWeights({ architecture, shipped }: ShippedSubject): Promise<Result<WeightSet>> {
  const pipeline = pipelineOf(architecture);
  const weights: Record<string, WeightSet[string]> = {};
  for (const name of shipped.weights) {
    const address = `${shipped.folder}/${name}`;
    try {
      const response = await fetch(asset(address));
      if (!response.ok) return fail(engineWords.shippedNotFetched(), `${address}: HTTP ${response.status}`);
      const read = readWeights(new Uint8Array(await response.arrayBuffer()), pipeline);
      if (!read.ok) return read;
      Object.assign(weights, read.value.weights);
    } catch (error) {
      return fail(engineWords.shippedNotFetched(), `${address}: ${error}`);
    }
  }
  return ok(weights);
}

/** The samples' bytes one after another, in the shape that a network takes. */
async function pixelsOf(
  samples: readonly Sample[],
  { dataSet }: ShippedSubject,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const loaded = await Promise.all(samples.map((sample) => loadSample(sample, dataSet)));
  const images: Uint8Array[] = [];
  for (const one of loaded) {
    if (!one.ok) return one;
    images.push(one.value.pixels);
  }
  return ok(new Uint8Array(await new Blob(images.map((bytes) => new Uint8Array(bytes))).arrayBuffer()));
}

/** One network's top predictions, by a copy beside the network of the page. */
async function predict(
  subject: ShippedSubject,
  samples: readonly Sample[],
): Promise<Result<readonly TopPrediction[]>> {
  const engine = presentEngine();
  if (!engine) return fail(words.noValues());
  const [weights, pixels] = await Promise.all([shippedWeights(subject), pixelsOf(samples, subject)]);
  if (!weights.ok) return weights;
  if (!pixels.ok) return pixels;
  const { architecture } = subject;
  const handle = engine.newCopy();
  try {
    const opened = await engine.open({ handle, architecture, source: { weights: weights.value } });
    if (!opened.ok) return opened;
    const shares = await engine.predict(handle, pixels.value, samples.length);
    if (!shares.ok) return shares;
    const { classes } = architecture;
    return ok(
      samples.map(({ label }, at) => {
        const own = shares.value.subarray(at * classes.length, (at + 1) * classes.length);
        const share = Math.max(...own);
        const predicted = classes[own.indexOf(share)];
        return { label: predicted, share, isRight: predicted === label };
      }),
    );
  } finally {
    void engine.close(handle);
  }
}

/** Sends all of them through both networks, one network after the other. */
export async function compareNetworks(): Promise<Result<readonly ComparedImage[]>> {
  await until(() => presentEngine() !== null || engineStore.getState().phase === 'failed', [engineStore]);
  const list = await loadSampleList(DRAWINGS.dataSet);
  if (!list.ok) return list;
  const samples = samplesToCompare(list.value);
  const columns: (readonly TopPrediction[])[] = [];
  for (const subject of COMPARED) {
    const predicted = await predict(subject, samples);
    if (!predicted.ok) return predicted;
    columns.push(predicted.value);
  }
  return ok(
    samples.map((sample, at) => ({ sample, predictions: columns.map((predictions) => predictions[at]) })),
  );
}
