/** Runs for `npm run check:run`: one without a break, and the same one interrupted, saved, opened and resumed. */
import { expose } from 'comlink';
import { REFERENCE } from '@/lib/course/reference';
import { COURSE } from '@/lib/course/subject';
import { createEngine, type EngineClient } from '@/lib/engine/client/client';
import type { EngineEvent } from '@/lib/engine/protocol';
import { OWN } from '@/lib/network/handle';
import type { RunLog } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import { filesOf } from '@/lib/network/subject';
import { listParameters, type WeightSet } from '@/lib/network/weights';
import { must } from '@/lib/result';
import { base64 } from './base64';

/** The result of a run. Numbers keep their exact values in JSON. */
export interface Outcome {
  /** Of every step. */
  readonly losses: readonly number[];
  readonly epochs: readonly Omit<RunLog['epochs'][number], 'milliseconds'>[];
  /** The SHA-256 of the last weights. */
  readonly weights: string;
}

/** An engine with the untrained reference network, its losses so far, and its events. */
async function begin(seed: number) {
  const engine = createEngine({ base: '' });
  const losses: number[] = [];
  let log: RunLog | null = null;
  const listeners = new Set<(event: EngineEvent) => void>();
  engine.subscribe((event) => {
    if (event.type === 'network') log = event.log;
    if (event.type === 'training' && event.event.type === 'batch') losses.push(event.event.loss);
    for (const listener of listeners) listener(event);
  });
  const setup = { handle: OWN, architecture: REFERENCE, files: filesOf(COURSE) };
  must(await engine.open({ ...setup, source: { initial: seed } }));
  const until = (wanted: (event: EngineEvent) => boolean) =>
    new Promise<void>((resolve, reject) => {
      listeners.add((event) => {
        if (event.type === 'training' && event.event.type === 'failed')
          reject(new Error(event.event.problem.sentence));
        if (wanted(event)) resolve();
      });
    });
  return { engine, losses, until, log: () => log };
}

const isTraining = (type: string) => (event: EngineEvent) =>
  event.type === 'training' && event.event.type === type;

async function outcome(
  engine: EngineClient,
  losses: readonly number[],
  log: RunLog | null,
): Promise<Outcome> {
  const weights = must(await engine.weights(OWN));
  engine.dispose();
  const epochs = (log?.epochs ?? []).map(({ milliseconds, ...record }) => record);
  return { losses, epochs, weights: await sumOf(weights) };
}

async function sumOf(weights: WeightSet): Promise<string> {
  const parts = listParameters(weights).map(([, { values }]) => values);
  const bytes = await new Blob(parts as Float32Array<ArrayBuffer>[]).arrayBuffer();
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(sum, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Trains to the last epoch without a break. */
async function whole(settings: TrainingSettings): Promise<Outcome> {
  const { engine, losses, until, log } = await begin(settings.seed);
  const finished = until(isTraining('finished'));
  must(await engine.train(OWN, { order: 'begin', settings }));
  await finished;
  return outcome(engine, losses, log());
}

/** Interrupts the run in the middle of its second epoch, and returns it as a file. */
async function cutOff(settings: TrainingSettings): Promise<string> {
  const { engine, until } = await begin(settings.seed);
  const middle = until(
    ({ type, ...event }) =>
      type === 'training' &&
      'event' in event &&
      event.event.type === 'batch' &&
      event.event.epoch === 2 &&
      event.event.batch === 3,
  );
  must(await engine.train(OWN, { order: 'begin', settings }));
  await middle;
  must(await engine.train(OWN, { order: 'pause' }));
  const file = must(await engine.writeRun('own'));
  engine.dispose();
  return base64(file);
}

/** Opens the file in an engine that knows nothing of the run, and trains to the last epoch. */
async function goOn(file: string): Promise<Outcome> {
  const { engine, losses, until, log } = await begin(77);
  const response = await fetch(`data:application/octet-stream;base64,${file}`);
  const opened = must(await engine.openRun(new Uint8Array(await response.arrayBuffer())));
  if (!('run' in opened)) throw new Error('the run is of another network');
  const finished = until(isTraining('finished'));
  must(await engine.open({ handle: OWN, architecture: REFERENCE, source: { opened: opened.run } }));
  must(await engine.train(OWN, { order: 'resume' }));
  await finished;
  return outcome(engine, losses, log());
}

/** The engine's message for a file that is not a run; null where it opens it. */
async function refusal(file: string): Promise<string | null> {
  const { engine } = await begin(1);
  const response = await fetch(`data:application/octet-stream;base64,${file}`);
  const opened = await engine.openRun(new Uint8Array(await response.arrayBuffer()));
  engine.dispose();
  return opened.ok ? null : opened.problem.sentence;
}

expose({ whole, cutOff, goOn, refusal });
