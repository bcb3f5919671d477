import { afterAll, beforeAll, expect, test } from 'vitest';
import { referencePipeline } from '@/lib/course/reference';
import { buildPipeline } from '@/lib/network/pipeline';
import type { Trace } from '@/lib/network/trace';
import { explain } from '@/lib/provenance/explain';
import { must } from '@/lib/result';
import { cellAt, size } from '@/lib/tensor/tensor';
import { editNetwork, type NetworkEdit } from '@/lib/what-if/network-edits';
import { sentenceOf } from '../unit/support/result';
import { isWhole, type Started, sample, startEngine } from './support/worker-kit';

let started: Started;
let cat: Uint8Array;
let original: Trace;

beforeAll(async () => {
  started = await startEngine();
  await started.until(isWhole);
  cat = await sample('cat-1');
  const traced = await started.engine.trace({ pixels: cat, moment: null });
  if (traced === 'superseded') throw new Error('superseded');
  original = must(traced);
});

afterAll(() => started.engine.dispose());

const { architecture } = referencePipeline;

test('an unchanged copy answers what the network answers, to the bit', async () => {
  expect(sentenceOf(await started.engine.traceVariant(cat))).toMatch(/has to be set up again/);
  must(await started.engine.setVariant(architecture, original.weights));
  const { stages } = must(await started.engine.traceVariant(cat));
  expect(stages).toEqual(original.stages);
});

test('a changed copy answers what its own arithmetic says, and the network stays as it is', async () => {
  const edits: NetworkEdit[] = [
    { kind: 'filter', stage: 'conv1', filter: 3, preset: 'vertical edge' },
    { kind: 'off', stage: 'conv2', channel: 7 },
    { kind: 'weight', stage: 'dense', place: { part: 'kernel', index: [17, 5] }, value: 2 },
    { kind: 'linear', stage: 'dense' },
  ];
  const edited = editNetwork(architecture, original.weights, edits);
  must(await started.engine.setVariant(edited.architecture, edited.weights));
  const picture = cat.map((value) => 255 - value);
  const { stages } = must(await started.engine.traceVariant(picture));
  const pipeline = must(buildPipeline(edited.architecture));
  for (const { id, output } of pipeline.stages)
    for (let n = 0; n < 20; n++) {
      const at = Math.floor((n * size(output)) / 20);
      // Fails where the terms do not add up to the engine's value.
      must(explain(pipeline, { stages }, edited.weights, id, cellAt(output, at)));
    }
  expect(stages[4].values.some((value, at) => at % 64 === 7 && value !== 0)).toBe(false);
  expect(stages[7].values.some((value) => value < 0)).toBe(true);
  const now = await started.engine.trace({ pixels: cat, moment: null });
  if (now === 'superseded') throw new Error('superseded');
  expect(must(now).stages).toEqual(original.stages);
});

test('a frame is the channels of a trace that were named, in their order, and whole what was not', async () => {
  must(await started.engine.setVariant(architecture, original.weights));
  const shown = { conv1: [7, 0, 31], pool2: [5] };
  const frame = must(await started.engine.frameVariant(cat, shown));
  const { stages } = original;
  expect(frame.map(({ stage, shape }) => [stage, shape])).toEqual(
    stages.map(({ stage, shape }) => [
      stage,
      stage === 'conv1' ? [62, 62, 3] : stage === 'pool2' ? [14, 14, 1] : shape,
    ]),
  );
  frame.forEach(({ stage, values }, at) => {
    const whole = stages[at].values;
    if (stage === 'conv1')
      expect(values).toEqual(values.map((_, n) => whole[Math.floor(n / 3) * 32 + shown.conv1[n % 3]]));
    else if (stage === 'pool2') expect(values).toEqual(values.map((_, n) => whole[n * 64 + 5]));
    else expect(values).toEqual(whole);
  });
  expect(sentenceOf(await started.engine.frameVariant(cat.slice(1), shown))).toMatch(/12,?287/);
});

test('some stages alone can be changed, and several pictures asked about at once', async () => {
  must(await started.engine.setVariant(architecture, original.weights));
  const { weights } = editNetwork(architecture, original.weights, [
    { kind: 'off', stage: 'dense', channel: 3 },
  ]);
  must(await started.engine.setVariant(architecture, { dense: weights.dense }));
  const one = must(await started.engine.traceVariant(cat));
  expect(one.stages[7].values[3]).toBe(0);
  const two = new Uint8Array(2 * cat.length);
  two.set(cat, cat.length);
  const answers = must(await started.engine.predictVariant(two, 2));
  expect(answers).toHaveLength(20);
  for (const [unit, probability] of one.stages[8].values.entries())
    expect(answers[10 + unit]).toBeCloseTo(probability, 5);
});

test('a copy that was dropped has to be set up again', async () => {
  await started.engine.dropVariant();
  expect((await started.engine.traceVariant(cat)).ok).toBe(false);
  expect((await started.engine.frameVariant(cat, {})).ok).toBe(false);
});
