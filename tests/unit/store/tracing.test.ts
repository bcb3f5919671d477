import { expect, test } from 'vitest';
import type { EngineClient } from '@/lib/engine/client/client';
import type { NetworkHandle } from '@/lib/network/handle';
import type { EpochRecord } from '@/lib/network/run';
import type { StageTrace, Trace } from '@/lib/network/trace';
import { fail, ok } from '@/lib/result';
import { learner } from '@/lib/store/learner/learner';
import { notices } from '@/lib/store/page/notices';
import { setOwnRun } from '@/lib/store/runs/runs';
import { lookedAt, showImage, traceStore } from '@/lib/store/trace/trace';
import { Tracing } from '@/lib/store/trace/tracing';

const stage = (name: string, ...values: number[]): StageTrace => ({
  stage: name,
  shape: [values.length],
  values: Float32Array.from(values),
});

const traceOf = (stages: readonly StageTrace[], complete: boolean, epoch = 10): Trace => ({
  source: 'live',
  stages,
  complete,
  weights: {},
  network: { origin: 'shipped', seed: 1, epoch, step: 0 },
  backend: 'wasm',
  milliseconds: 1,
});

/** What is shown after an engine has returned these results, one after the other, for one image. */
async function shownAfter(...answers: readonly Trace[]): Promise<readonly StageTrace[]> {
  const left = [...answers];
  const engine = { trace: async () => ok(left.shift()) } as unknown as EngineClient;
  const tracing = new Tracing(() => engine);
  showImage({ id: 'cat-1', name: 'a cat', kind: 'sample', pixels: new Uint8Array(3) });
  for (let n = 0; n < answers.length; n++) await tracing.show();
  return lookedAt(traceStore.getState())?.stages ?? [];
}

const part = traceOf([stage('input', 1, 2), stage('conv1', 3, 4)], false);

test('a whole trace keeps the very stages that its first part showed', async () => {
  const whole = traceOf([stage('input', 1, 2), stage('conv1', 3, 4), stage('dense', 5)], true);
  const shown = await shownAfter(part, whole);
  expect(shown).toEqual(whole.stages);
  expect(shown[0]).toBe(part.stages[0]);
  expect(shown[1]).toBe(part.stages[1]);
});

test('other values, another network or a whole trace before: every stage is the new one', async () => {
  const others: readonly (readonly [Trace, Trace])[] = [
    [part, traceOf([stage('input', 1, 2), stage('conv1', 3, 9), stage('dense', 5)], true)],
    [part, traceOf([stage('input', 1, 2), stage('conv1', 3, 4), stage('dense', 5)], true, 9)],
    // Of a different architecture, with fewer stages.
    [part, traceOf([stage('input', 1, 2)], true)],
    [{ ...part, complete: true }, traceOf([stage('input', 1, 2), stage('conv1', 3, 4)], true)],
  ];
  for (const [before, now] of others) {
    const shown = await shownAfter(before, now);
    shown.forEach((one, at) => {
      expect(one).toBe(now.stages[at]);
    });
  }
});

/** How many requests are sent when a version of the network is announced while the result of another, or none, is awaited. */
async function asksFor(announced: number, answering: number | null): Promise<number> {
  let asks = 0;
  let answer: () => void = () => {};
  const engine = {
    trace: () =>
      new Promise((resolve) => {
        asks += 1;
        answer = () => resolve(ok({ ...part, version: answering ?? announced }));
      }),
  } as unknown as EngineClient;
  const tracing = new Tracing(() => engine);
  const first = answering === null ? null : tracing.show();
  const followed = tracing.follow(announced);
  answer();
  await first;
  await new Promise((resolve) => setTimeout(resolve));
  answer();
  await followed;
  return asks;
}

test('a trace that is loading for the announced version is not requested again; any other is', async () => {
  showImage({ id: 'cat-1', name: 'a cat', kind: 'sample', pixels: new Uint8Array(3) });
  expect(await asksFor(3, 3)).toBe(1);
  expect(await asksFor(4, 3)).toBe(2);
  expect(await asksFor(4, null)).toBe(1);
});

test('an epoch chosen on the timeline is shown, and the present network’s trace stays unchanged', async () => {
  const [now, then] = [traceOf([stage('input', 1)], true), traceOf([stage('input', 1)], true, 2)];
  const engine = {
    trace: async ({ epoch }: NetworkHandle & { epoch?: number }) => ok(epoch === undefined ? now : then),
  } as unknown as EngineClient;
  const tracing = new Tracing(() => engine);
  setOwnRun({ run: 'shipped', epochs: [{ epoch: 2 } as EpochRecord], labels: { training: [], heldOut: [] } });
  const looked = () => lookedAt(traceStore.getState())?.network.epoch;
  const present = () => traceStore.getState().present?.network.epoch;
  await tracing.show();
  expect([looked(), present()]).toEqual([10, 10]);
  learner.getState().travelTo(2);
  await tracing.show();
  expect([looked(), present()]).toEqual([2, 10]);
  learner.getState().travelTo(null);
  expect(looked()).toBe(2);
  await tracing.show();
  expect([looked(), present()]).toEqual([10, 10]);
  setOwnRun(null);
});

test('while one draws, each trace that arrives is shown; that of another network is not', async () => {
  const answers: (() => void)[] = [];
  const engine = {
    trace: (_: NetworkHandle, pixels: Uint8Array) =>
      new Promise((resolve) => {
        answers.push(() => resolve(ok(traceOf([stage('input', pixels[0])], true))));
      }),
  } as unknown as EngineClient;
  const tracing = new Tracing(() => engine);
  const drawn = (value: number, id = 'own-drawing') => {
    showImage({ id, name: 'your drawing', kind: 'own', pixels: Uint8Array.of(value) });
    return tracing.show();
  };
  const shown = () => lookedAt(traceStore.getState())?.stages[0].values[0];
  const arrived = async (at: number) => {
    answers[at]();
    await new Promise((resolve) => setTimeout(resolve));
  };
  // The pen has moved on before the trace of the first frame is there.
  const all = [drawn(1), drawn(2), drawn(3)];
  await arrived(0);
  expect(shown()).toBe(1);
  await arrived(1);
  expect(shown()).toBe(3);
  // Another image, and another network with an image of the same name.
  all.push(drawn(4), drawn(5, 'seven-1'));
  await arrived(2);
  expect(shown()).toBe(3);
  await arrived(3);
  expect(shown()).toBe(5);
  all.push(drawn(6));
  tracing.forget();
  all.push(drawn(7));
  await arrived(4);
  expect(shown()).toBe(5);
  await arrived(5);
  expect(shown()).toBe(7);
  await Promise.all(all);
});

test('while one draws, the failure of an overtaken frame is not announced; that of the newest is', async () => {
  const answers: ((sentence: string) => void)[] = [];
  const engine = {
    trace: () =>
      new Promise((resolve) => {
        answers.push((sentence) => resolve(fail(sentence)));
      }),
  } as unknown as EngineClient;
  const tracing = new Tracing(() => engine);
  const drawn = (value: number) => {
    showImage({ id: 'own-drawing', name: 'your drawing', kind: 'own', pixels: Uint8Array.of(value) });
    return tracing.show();
  };
  const announced = () => notices.getState().notices.map(({ sentence }) => sentence);
  const before = announced();
  const all = [drawn(1), drawn(2)];
  answers[0]('the first frame failed');
  await all[0];
  expect(announced()).toEqual(before);
  answers[1]('the second frame failed');
  await all[1];
  expect(announced()).toEqual([...before, 'the second frame failed']);
});
