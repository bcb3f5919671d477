import { OWN } from '@/lib/network/handle';
import { biasOf, kernelOf } from '../../unit/support/parameters';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { REFERENCE, referencePipeline } from '@/lib/course/reference';
import { newestOnly } from '@/lib/engine/client/newest-only';
import { wantedThreads } from '@/lib/engine/kernels/simd/pool';
import { Model } from '@/lib/engine/worker/model';
import { traceStages } from '@/lib/engine/worker/trace-stages';
import type { Trace } from '@/lib/network/trace';
import { listParameters, type WeightSet } from '@/lib/network/weights';
import { explain } from '@/lib/provenance/explain';
import { must } from '@/lib/result';
import { type Cell, cellAt } from '@/lib/tensor/tensor';
import { sentenceOf } from '../../unit/support/result';
import {
  isMessage,
  isReport,
  isWhole,
  type Started,
  sample,
  startEngine,
  workers,
} from '../support/worker-kit';

let started: Started;
let cat: Uint8Array;
let ship: Uint8Array;

async function traceOf(pixels: Uint8Array): Promise<Trace> {
  return must(await started.engine.trace(OWN, pixels));
}

/** Whether all of a million weights are the same; `toEqual` takes half a minute for that. */
function isEqual(one: WeightSet, other: WeightSet): boolean {
  const others = new Map(listParameters(other));
  return listParameters(one).every(([name, { values }]) => {
    const beside = others.get(name)?.values;
    return beside?.length === values.length && values.every((value, at) => value === beside[at]);
  });
}

/** The largest difference between two lists of values, over the largest value. */
function distance(a: Float32Array, b: Float32Array): number {
  let [furthest, largest] = [0, 0];
  for (let at = 0; at < a.length; at++) {
    furthest = Math.max(furthest, Math.abs(a[at] - b[at]));
    largest = Math.max(largest, Math.abs(b[at]));
  }
  return a.length === b.length ? furthest / Math.max(largest, 1e-9) : Number.POSITIVE_INFINITY;
}

beforeAll(async () => {
  [cat, ship] = await Promise.all([sample('cat-1'), sample('ship-1')]);
  started = await startEngine();
  await started.until(isWhole);
});

describe('a trace', () => {
  test('matches the CPU backend, stage by stage, before and after each activation', async () => {
    const trace = await traceOf(cat);
    await tf.setBackend('cpu');
    const model = new Model(referencePipeline, 'expected/');
    must(model.load(trace.weights));
    const expected = await traceStages(model, cat);
    expect(trace.stages.map(({ stage }) => stage)).toEqual(referencePipeline.stages.map(({ id }) => id));
    for (const [at, { stage, shape, values, before }] of expected.entries()) {
      expect(trace.stages[at].shape, stage).toEqual(shape);
      expect(distance(trace.stages[at].values, values), stage).toBeLessThan(1e-4);
      expect(trace.stages[at].before?.length, stage).toBe(before?.length);
      if (before) expect(distance(trace.stages[at].before ?? new Float32Array(), before)).toBeLessThan(1e-4);
    }
    model.dispose();
  });

  test('matches plain arithmetic for single values', async () => {
    const trace = await traceOf(ship);
    for (const { id, output } of referencePipeline.stages) {
      const values = trace.stages.find(({ stage }) => stage === id)?.values ?? new Float32Array();
      for (const share of [0.1, 0.5, 0.97]) {
        const cell: Cell = cellAt(output, Math.floor(share * values.length));
        const { value } = must(explain(referencePipeline, trace, trace.weights, id, cell));
        const own = values[Math.floor(share * values.length)];
        expect(Math.abs(value - own), `${id} ${cell}`).toBeLessThan(1e-3 * Math.max(1, Math.abs(own)));
      }
    }
  });

  test('of the wrong size is refused in one sentence', async () => {
    expect(sentenceOf(await started.engine.trace(OWN, new Uint8Array(7)))).toContain('7 values');
  });

  test('that is outdated before it could start is dropped', async () => {
    const ask = newestOnly((pixels: Uint8Array) => started.engine.trace(OWN, pixels));
    const asked = [cat, ship, cat, ship].map(ask);
    const answers = await Promise.all(asked);
    expect(answers.map((answer) => answer === 'superseded')).toEqual([false, true, true, false]);
  });

  test('contains the probabilities that a prediction contains', async () => {
    const both = new Uint8Array(cat.length * 2);
    both.set(cat);
    both.set(ship, cat.length);
    const predicted = must(await started.engine.predict(OWN, both, 2));
    for (const [at, pixels] of [cat, ship].entries()) {
      const { stages } = await traceOf(pixels);
      const own = stages[stages.length - 1].values;
      expect(distance(predicted.slice(at * own.length, (at + 1) * own.length), own)).toBeLessThan(1e-4);
    }
  });

  test('of a recorded epoch comes from a different network, and the present one’s comes back', async () => {
    const now = await traceOf(cat);
    const { network, stages, weights } = must(await started.engine.trace({ run: 'shipped', epoch: 0 }, cat));
    expect(network).toMatchObject({ origin: 'shipped', epoch: 0, step: 0 });
    expect(stages[8].values).not.toEqual(now.stages[8].values);
    expect(kernelOf(weights.conv1).values).not.toEqual(kernelOf(now.weights.conv1).values);
    expect((await traceOf(cat)).stages[8].values).toEqual(now.stages[8].values);
  });

  test('of two epochs, requested at once, each uses its own weights', async () => {
    const trace = (epoch: number) => started.engine.trace({ run: 'shipped', epoch }, cat);
    const [compared, shown] = await Promise.all([trace(1), trace(5)]);
    for (const [epoch, answer] of [
      [1, must(compared)],
      [5, must(shown)],
    ] as const) {
      expect(answer.network.epoch).toBe(epoch);
      expect(answer.stages[8].values).toEqual(must(await trace(epoch)).stages[8].values);
      const { conv1 } = must(await started.engine.weights({ run: 'shipped', epoch }, 'exact'));
      expect(kernelOf(answer.weights.conv1).values).toEqual(kernelOf(conv1).values);
    }
  });

  test('of the present and of an epoch, requested at once, each uses its own weights', async () => {
    const present = must(await started.engine.weights(OWN));
    const past = { run: 'shipped', epoch: 3 } as const;
    const asked = [OWN, past, OWN, OWN, past].map((handle) => started.engine.trace(handle, ship));
    const [first, second, third, fourth, fifth] = (await Promise.all(asked)).map(must);
    for (const { weights } of [first, third, fourth]) expect(isEqual(weights, present)).toBe(true);
    expect(isEqual(second.weights, present)).toBe(false);
    expect(isEqual(fifth.weights, second.weights)).toBe(true);
  });

  test('in preview of an epoch equals the whole trace as far as it goes, also beside it', async () => {
    const handle = { run: 'shipped', epoch: 7 } as const;
    const [preview, whole] = await Promise.all([
      started.engine.trace(handle, cat, 'preview'),
      started.engine.trace(handle, cat),
    ]);
    const { stages, weights, network, complete } = must(preview);
    expect(complete).toBe(false);
    expect(network).toEqual(must(whole).network);
    expect(stages).toEqual(must(whole).stages.slice(0, 7));
    expect(weights.conv2).toEqual(must(whole).weights.conv2);
    expect(sentenceOf(await started.engine.trace(OWN, cat, 'preview'))).toMatch(/recorded epoch/);
  });

  test('of an epoch has its exact kernels, without the rounded ones', async () => {
    const kernels = must(await started.engine.weights({ run: 'shipped', epoch: 3 }, 'exact'));
    expect(Object.keys(kernels).toSorted()).toEqual(['conv1', 'conv2', 'output']);
    expect(kernelOf(kernels.conv2).shape).toEqual([3, 3, 32, 64]);
    expect((await started.engine.weights({ run: 'own', epoch: 3 }, 'exact')).ok).toBe(false);
  });
});

describe('the backend', () => {
  test('uses as many threads as suit this machine', async () => {
    expect(globalThis.crossOriginIsolated).toBe(true);
    const { report } = await started.until(isReport);
    expect(report.backend).toBe('wasm');
    expect(report.threads).toBe(wantedThreads(navigator.hardwareConcurrency));
  });

  test('can be changed, and computes the same', async () => {
    const before = await traceOf(cat);
    must(await started.engine.chooseBackend('cpu'));
    const after = await traceOf(cat);
    expect(after.backend).toBe('cpu');
    expect(distance(after.stages[8].values, before.stages[8].values)).toBeLessThan(1e-3);
    must(await started.engine.chooseBackend('wasm'));
    expect((await traceOf(cat)).stages[8].values).toEqual(before.stages[8].values);
  });
});

describe('weights', () => {
  test('that do not fit are refused in one sentence, and the network stays', async () => {
    const before = await traceOf(cat);
    const good = must(await started.engine.weights(OWN));
    const [kernel, bias] = [kernelOf(good.conv1), biasOf(good.conv1)];
    const bad: readonly [string, WeightSet][] = [
      [
        'finite',
        { ...good, conv1: { kernel: { ...kernel, values: kernel.values.map(() => Number.NaN) }, bias } },
      ],
      ['shape', { ...good, conv1: { kernel: { ...kernel, values: kernel.values.slice(1) }, bias } }],
      ['conv9', { ...good, conv9: good.conv1 }],
    ];
    for (const [word, weights] of bad)
      expect(
        sentenceOf(await started.engine.open({ handle: OWN, architecture: REFERENCE, source: { weights } })),
      ).toContain(word);
    expect((await traceOf(cat)).stages[8].values).toEqual(before.stages[8].values);
  });
});

describe('a worker that dies', () => {
  test('is replaced, the question is asked again, and the network is the same', async () => {
    const before = await traceOf(cat);
    const asked = traceOf(cat);
    workers.find((worker) => worker)?.terminate();
    const after = await asked;
    expect((await started.until(isMessage)).problem.sentence).toContain('started again');
    // The dense layer's weights arrive a moment after the convolutions'.
    await expect.poll(async () => (await traceOf(cat)).complete).toBe(true);
    expect((await traceOf(cat)).stages[8].values).toEqual(before.stages[8].values);
    expect(after.stages[2].values).toEqual(before.stages[2].values);
  });
});
