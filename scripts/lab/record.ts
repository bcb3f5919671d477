/** Trains the reference network on the engine itself, and hands over what `npm run record` writes. */
import { expose } from 'comlink';
import { writeWeights } from '@/lib/checkpoint/weights';
import { createEngine } from '@/lib/engine/client';
import type { EpochRecord, NetworkState, RunLog, TrainingSettings, WeightSet } from '@/lib/engine/protocol';
import { REFERENCE } from '@/lib/pipeline/architecture';
import { must } from '@/lib/result';

const base64 = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(new Blob([bytes]));
  });
  return url.slice(url.indexOf(',') + 1);
};

const only = (weights: WeightSet, kind: (id: string) => boolean): WeightSet =>
  Object.fromEntries(Object.entries(weights).filter(([id]) => kind(id)));

const written = (record: EpochRecord): string =>
  `epoch ${record.epoch}: loss ${record.loss.toFixed(4)}, accuracy ${record.accuracy.toFixed(3)}, ` +
  `held out ${record.heldOutLoss.toFixed(4)}, ${record.heldOutAccuracy.toFixed(3)}, ${(record.milliseconds / 1000).toFixed(1)} s`;

/** What a run leaves: the files of its weights, as base64, and its log. */
export interface Recorded {
  readonly conv: string;
  readonly dense: string;
  readonly log: RunLog;
}

async function record(settings: TrainingSettings): Promise<Recorded> {
  const engine = createEngine({ base: '' });
  let log: RunLog | null = null;
  const finished = new Promise<NetworkState>((resolve, reject) => {
    engine.subscribe((event) => {
      if (event.type === 'network' && event.log) log = event.log;
      if (event.type === 'failed' || event.type === 'message') reject(new Error(event.problem.sentence));
      if (event.type !== 'training') return;
      if (event.event.type === 'epoch') console.log(written(event.event.record));
      if (event.event.type === 'failed') reject(new Error(event.event.problem.sentence));
      if (event.event.type === 'finished') resolve(event.event.network);
    });
  });
  must(await engine.load(REFERENCE, { initial: settings.seed }));
  must(await engine.train(settings));
  const trained = await finished;
  if (!log) throw new Error('the run left no log');
  const weights = await engine.weights();
  return {
    conv: await base64(writeWeights(only(weights, isConvolution), 'F32', trained)),
    dense: await base64(
      writeWeights(
        only(weights, (id) => !isConvolution(id)),
        'F16',
        trained,
      ),
    ),
    log,
  };
}

const isConvolution = (id: string): boolean =>
  REFERENCE.layers.some((layer) => layer.id === id && layer.kind === 'conv2d');

expose({ record });
