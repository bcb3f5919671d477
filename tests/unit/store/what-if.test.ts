import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { engineConnected } from '@/lib/store/engine/engine';
import { edit, openWhatIf, resetEdits, whatIf } from '@/lib/store/explore/what-if';
import { subjectStore } from '@/lib/store/subject/subject';
import { lookedAt, showImage, showPast, showPresent, traceStore } from '@/lib/store/trace/trace';
import { trace as small } from '../../components/support/small-network';
import { passed } from '../support/passes';
import { plainEngine, plainTrace } from '../support/plain-engine';

vi.mock('@/lib/course/reference', async (course) => ({
  ...(await course<object>()),
  referencePipeline: (await import('../../components/support/small-network')).pipeline,
}));

const { weights } = small;
const { pipeline } = subjectStore.getState();
const { architecture } = pipeline;
const pixels = Uint8Array.from({ length: 8 * 9 * 3 }, (_, at) => (at * 37) % 256);
const original = plainTrace({ architecture, weights }, pixels);
const { engine, copies } = plainEngine();

let leave = () => {};
beforeEach(() => {
  engineConnected(engine);
  showImage({ id: 'cat-1', name: 'a cat', kind: 'sample', pixels });
  showPresent(original);
  leave = openWhatIf();
});
afterEach(() => leave());

const changed = () => whatIf.getState().changed;
const settled = (what: () => boolean) => vi.waitUntil(what, { timeout: 30_000 });
/** The smallest and the largest value of a map of conv1. */
function spread(channel: number, trace = changed()?.trace): readonly [low: number, high: number] {
  const conv1 = trace?.stages.find(({ stage }) => stage === 'conv1');
  const map = [...(conv1?.values ?? [])].filter((_, at) => at % 4 === channel);
  return [Math.min(...map), Math.max(...map)];
}
/** A map that is not 0 everywhere. */
const CHANNEL = [0, 1, 2, 3].findIndex((channel) => spread(channel, original)[1] > 0);
const OFF = { kind: 'off', stage: 'conv1', channel: CHANNEL } as const;

test('edits change the copy and what is computed from it, and no store but the page’s own', async () => {
  await settled(() => changed()?.trace === original);
  const before = [subjectStore.getState(), traceStore.getState()];
  expect(CHANNEL).toBeGreaterThanOrEqual(0);
  edit(OFF);
  await settled(() => changed()?.trace !== original);
  expect(spread(CHANNEL)).toEqual([0, 0]);
  expect(changed()).toMatchObject({ of: original, pipeline });
  edit({ kind: 'linear', stage: 'conv1' });
  edit({ kind: 'weight', stage: 'conv1', place: { part: 'bias', index: [CHANNEL] }, value: -2 });
  await settled(() => changed()?.pipeline !== pipeline && spread(CHANNEL)[0] === -2);
  // The explanation of the changed values uses the changed layers and weights.
  expect(changed()?.pipeline.stages.find(({ id }) => id === 'conv1')?.layer).toMatchObject({
    activation: 'linear',
  });
  expect(changed()?.trace.weights.conv1.bias?.values[CHANNEL]).toBe(-2);
  expect([subjectStore.getState(), traceStore.getState()]).toEqual(before);
  expect(traceStore.getState().present).toBe(original);
  expect(original.weights).toBe(weights);
});

test('a painted image keeps its trace, and the chosen image stays unchanged', async () => {
  edit({ kind: 'cover', size: 4, row: 0, column: 0 });
  await settled(() => changed() !== null && changed()?.trace !== original);
  expect(changed()?.image.pixels).not.toEqual(pixels);
  expect(changed()?.trace.stages[0].values).toEqual(Float32Array.from(changed()?.image.pixels ?? []));
  expect(traceStore.getState().image?.pixels).toBe(pixels);
  resetEdits();
  await settled(() => changed()?.trace === original);
  expect(changed()?.image).toBe(traceStore.getState().image);
});

test('edits apply to the epoch that is viewed, until the page returns to the present', async () => {
  edit(OFF);
  await settled(() => changed()?.of === original);
  const past = plainTrace({ architecture, weights: passed(pipeline, 0.6).weights }, pixels);
  showPast(past);
  expect(lookedAt(traceStore.getState())).toBe(past);
  await settled(() => changed()?.of === past);
  expect(spread(CHANNEL)).toEqual([0, 0]);
  expect(traceStore.getState().present).toBe(original);
});

test('leaving frees the copy; the next visit begins with nothing changed', async () => {
  edit(OFF);
  await settled(() => changed()?.trace !== original && changed() !== null);
  expect(copies.size).toBe(1);
  leave();
  expect(copies.size).toBe(0);
  expect(whatIf.getState()).toMatchObject({ changed: null, original: null, visit: null });
  leave = openWhatIf();
  await settled(() => changed()?.trace === original);
});
