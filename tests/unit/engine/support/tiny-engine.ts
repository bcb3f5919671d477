/** Engines of a tiny network in the worker, over fake backends, which the importing file has to mock. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import { IMAGE_BYTES, IMAGE_SHAPE } from '@/lib/course/image-sets';
import { COURSE } from '@/lib/course/subject';
import type { LabelledImages } from '@/lib/data/data-set';
import { encodePack } from '@/lib/data/pack/pack';
import { filesOf } from '@/lib/network/subject';
// Modules that the engine fetches when first needed are loaded already, so that nothing waits for them in fake time.
import '@/lib/engine/runs/run-files';
import '@/lib/engine/training/trainer';
import type { EngineEvent, WeightSource } from '@/lib/engine/protocol';
import { commandsOf } from '@/lib/engine/worker/commands';
import { Engine } from '@/lib/engine/worker/engine';
import { OWN } from '@/lib/network/handle';
import { COMMANDS, type Commands, TINY } from './engine-commands';
import { starts } from './fake-backends';
import { fakeTimers, turns, withinBound } from './fake-worker';

export const until = async (there: () => boolean) => {
  while (!there()) await turns();
};

export const events: EngineEvent[] = [];
export const steps = () =>
  events.filter((event) => event.type === 'training' && event.event.type === 'batch').length;

export async function ready(): Promise<Commands> {
  const { to, loaded } = begin({ initial: 1 });
  expect(await withinBound(10, loaded)).toMatchObject({ answer: { ok: true } });
  return to;
}

export async function onCard(): Promise<Commands> {
  const to = await ready();
  expect(await withinBound(10, to.chooseBackend('webgl'))).toMatchObject({ answer: { ok: true } });
  return to;
}

/** With a run that has begun, but of which nothing is measured yet. */
export async function firstSteps(to: Commands): Promise<Commands> {
  expect(await withinBound(30, COMMANDS.begin(to))).toMatchObject({ answer: { ok: true } });
  await until(() => steps() > 0);
  return to;
}

/** With a run of which the beginning is measured. */
export async function training(to: Commands): Promise<Commands> {
  await firstSteps(to);
  await until(() => events.some((event) => event.type === 'training' && event.event.type === 'epoch'));
  return to;
}

/** Whether training images and the shipped run's log arrive when they are fetched. */
export const server: { serves: 'images' | 'nothing' } = { serves: 'images' };
const files = new Map<string, Uint8Array<ArrayBuffer>>();

/** Resets fake backends, timers, images and recorded events before every test of a file. */
export function beginEachWithFakes(): void {
  beforeAll(async () => {
    const set = (count: number): LabelledImages => ({
      count,
      shape: IMAGE_SHAPE,
      pixels: Uint8Array.from({ length: count * IMAGE_BYTES }, (_, at) => (at * 7919) % 251),
      labels: Uint8Array.from({ length: count }, (_, at) => at % 10),
    });
    files.set('training.bin', await encodePack(set(10), 10, gzipSync));
    files.set('validation.bin', await encodePack(set(4), 10, gzipSync));
    files.set('test.bin', await encodePack(set(3), 10, gzipSync));
    files.set('log.json', new Uint8Array(readFileSync('public/model/log.json')));
  });

  beforeEach(() => {
    server.serves = 'images';
    events.length = 0;
    Object.assign(starts, { wasm: 'up', cpu: 'up', webgl: 'up', webgpu: 'fails' });
    vi.stubGlobal('navigator', { hardwareConcurrency: 2 });
    vi.stubGlobal('fetch', async (address: string) => {
      const file = files.get(address.split('/').at(-1) ?? '');
      if (server.serves === 'nothing' || !file) return new Promise(() => {});
      return new Response(file);
    });
    fakeTimers();
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    tf.disposeVariables();
  });
}

/** An engine that has been asked for the tiny network, as the page does first. */
export function begin(source: WeightSource) {
  const options = { base: '', threads: false, avoid: [], keeps: false, lifeline: 'test' } as const;
  const engine = new Engine(
    options,
    (event) => events.push(event),
    () => {},
  );
  const to = commandsOf(async () => engine);
  return { to, loaded: to.open({ handle: OWN, architecture: TINY, source, files: filesOf(COURSE) }) };
}
